package dev.errata.ui.charts;

import java.util.List;

import org.eclipse.osgi.util.NLS;

/** The strings of the charts. */
final class Messages extends NLS {

    public static String AllClasses;
    public static String Chart_at;
    public static String Column_ap;
    public static String Column_ap50;
    public static String Column_ap50Tip;
    public static String Column_ap75;
    public static String Column_ap75Tip;
    public static String Column_apImported;
    public static String Column_apImportedTip;
    public static String Column_apTip;
    public static String Column_ar;
    public static String Column_arTip;
    public static String Column_annotations;
    public static String Column_annotationsTip;
    public static String Column_class;
    public static String Column_classTip;
    public static String Column_confidence;
    public static String Column_confidenceTip;
    public static String Column_f1;
    public static String Column_f1Tip;
    public static String Column_precision;
    public static String Column_precisionTip;
    public static String Column_predictions;
    public static String Column_predictionsTip;
    public static String Column_recall;
    public static String Column_recallTip;
    public static String Confidence_abscissa;
    public static String Confidence_f1;
    public static String Confidence_name;
    public static String Confidence_ordinate;
    public static String Confidence_precision;
    public static String Confidence_recall;
    public static String Copy;
    public static String Error_background;
    public static String Error_backgroundTip;
    public static String Error_both;
    public static String Error_bothTip;
    public static String Error_classification;
    public static String Error_classificationTip;
    public static String Error_duplicate;
    public static String Error_duplicateTip;
    public static String Error_localisation;
    public static String Error_localisationTip;
    public static String Error_missed;
    public static String Error_missedTip;
    public static String Errors_gain;
    public static String Errors_name;
    public static String Errors_tip;
    public static String Errors_types;
    public static String Export;
    public static String Export_corner;
    public static String Export_csv;
    public static String Export_failed;
    public static String Export_fileName;
    public static String Export_job;
    public static String Export_title;
    public static String Facts_imported;
    public static String Facts_tip;
    public static String Facts_where;
    public static String Facts_whole;
    public static String Job_compute;
    public static String Job_threshold;
    public static String Page_computing;
    public static String Page_failed;
    public static String Page_noDataset;
    public static String Page_noRun;
    public static String Page_stopped;
    public static String Precision_abscissa;
    public static String Precision_iou50;
    public static String Precision_iou75;
    public static String Precision_iou90;
    public static String Precision_name;
    public static String Precision_ordinate;
    public static String Refresh;
    public static String Refresh_tip;
    public static String Run_name;
    public static String Stale;
    public static String Table_name;
    public static String Threshold;
    public static String Threshold_to;

    static {
        NLS.initializeMessages("dev.errata.ui.charts.messages", Messages.class);
    }

    private Messages() {
    }

    /** The columns of the table of classes. */
    static List<String> headings() {
        return List.of(Column_class, Column_annotations, Column_predictions, Column_ap, Column_apImported, Column_ap50,
            Column_ap75, Column_ar, Column_confidence, Column_precision, Column_recall, Column_f1);
    }

    /** What each column means. */
    static List<String> tips() {
        return List.of(Column_classTip, Column_annotationsTip, Column_predictionsTip, Column_apTip, Column_apImportedTip,
            Column_ap50Tip, Column_ap75Tip, Column_arTip, Column_confidenceTip, Column_precisionTip, Column_recallTip,
            Column_f1Tip);
    }

    /** In the order of {@code TideError}. */
    static String[] errors() {
        return new String[] {Error_classification, Error_localisation, Error_both, Error_duplicate, Error_background,
            Error_missed};
    }

    /** In the order of {@code TideError}. */
    static String[] explanations() {
        return new String[] {Error_classificationTip, Error_localisationTip, Error_bothTip, Error_duplicateTip,
            Error_backgroundTip, Error_missedTip};
    }
}
