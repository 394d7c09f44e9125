package dev.errata.ui.wizards;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String AddRunPage_description;
    public static String AddRunPage_known;
    public static String AddRunPage_title;
    public static String AddRunWizard_failed;
    public static String AddRunWizard_job;
    public static String AddRunWizard_setAside;
    public static String AddRunWizard_title;
    public static String Button_browse;
    public static String ExportLabelsPage_content;
    public static String ExportLabelsPage_description;
    public static String ExportLabelsPage_file;
    public static String ExportLabelsPage_format;
    public static String ExportLabelsPage_isFile;
    public static String ExportLabelsPage_isFolder;
    public static String ExportLabelsPage_labels;
    public static String ExportLabelsPage_noDataset;
    public static String ExportLabelsPage_noFolder;
    public static String ExportLabelsPage_replaces;
    public static String ExportLabelsPage_run;
    public static String ExportLabelsPage_sidecar;
    public static String ExportLabelsPage_sidecarTip;
    public static String ExportLabelsWizard_done;
    public static String ExportLabelsWizard_failed;
    public static String ExportLabelsWizard_job;
    public static String ExportLabelsWizard_runDone;
    public static String ExportLabelsWizard_sidecarDone;
    public static String ExportLabelsWizard_title;
    public static String ImportDatasetPage_chooseImages;
    public static String ImportDatasetPage_chooseLabels;
    public static String ImportDatasetPage_chooseLocation;
    public static String ImportDatasetPage_description;
    public static String ImportDatasetPage_format;
    public static String ImportDatasetPage_formatByContent;
    public static String ImportDatasetPage_images;
    public static String ImportDatasetPage_imagesHint;
    public static String ImportDatasetPage_labels;
    public static String ImportDatasetPage_labelsFile;
    public static String ImportDatasetPage_labelsFolder;
    public static String ImportDatasetPage_labelsHint;
    public static String ImportDatasetPage_location;
    public static String ImportDatasetPage_name;
    public static String ImportDatasetPage_preview;
    public static String ImportDatasetPage_title;
    public static String ImportDatasetWizard_title;
    public static String ImportInput_badName;
    public static String ImportInput_folderExists;
    public static String ImportInput_imagesMissing;
    public static String ImportInput_labelsMissing;
    public static String ImportInput_locationMissing;
    public static String ImportInput_noLabels;
    public static String ImportInput_noLocation;
    public static String ImportInput_noName;
    public static String ImportInput_runTwice;
    public static String ImportInput_runUnnamed;
    public static String ImportJob_failed;
    public static String ImportJob_name;
    public static String ImportPreview_labels;
    public static String ImportPreview_noPictures;
    public static String ImportPreview_nothingUsable;
    public static String ImportPreview_pictures;
    public static String ImportPreview_quarantined;
    public static String ImportPreview_refused;
    public static String ImportPreview_run;
    public static String LossesTable_example;
    public static String LossesTable_looking;
    public static String LossesTable_lost;
    public static String LossesTable_name;
    public static String LossesTable_nothing;
    public static String LossesTable_of;
    public static String LossesTable_some;
    public static String LossesTable_what;
    public static String PreviewArea_empty;
    public static String PreviewArea_noProblems;
    public static String PreviewArea_problems;
    public static String PreviewArea_reading;
    public static String PreviewArea_stop;
    public static String PreviewArea_stopped;
    public static String RunsTable_add;
    public static String RunsTable_choose;
    public static String RunsTable_file;
    public static String RunsTable_label;
    public static String RunsTable_name;
    public static String RunsTable_remove;
    public static String StrictBox_text;
    public static String StrictBox_tip;

    static {
        initializeMessages("dev.errata.ui.wizards.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
