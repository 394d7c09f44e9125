package dev.errata.ui.commands;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String HolesQuestion_again;
    public static String HolesQuestion_message;
    public static String HolesQuestion_title;
    public static String LabelCommand_predictedBy;
    public static String LocatePicturesHandler_failed;
    public static String LocatePicturesHandler_found;
    public static String LocatePicturesHandler_message;
    public static String LocatePicturesHandler_title;
    public static String OpenDatasetHandler_message;
    public static String OpenDatasetHandler_noDataset;
    public static String OpenDatasetHandler_title;
    public static String RelabelHandler_label;
    public static String SendToAnnotationHandler_label;
    public static String TaskHandler_accept;
    public static String TaskHandler_anyway;
    public static String TaskHandler_comment;
    public static String TaskHandler_conflicts;
    public static String TaskHandler_moreConflicts;
    public static String TaskHandler_return;
    public static String TaskHandler_submit;
    public static String VerdictHandler_label;

    static {
        initializeMessages("dev.errata.ui.commands.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
