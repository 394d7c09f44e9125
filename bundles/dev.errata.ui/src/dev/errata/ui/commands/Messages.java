package dev.errata.ui.commands;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    static String LabelCommand_predictedBy;
    static String OpenDatasetHandler_message;
    static String OpenDatasetHandler_noDataset;
    static String OpenDatasetHandler_title;
    static String RelabelHandler_label;
    static String SendToAnnotationHandler_label;
    static String TaskHandler_accept;
    static String TaskHandler_comment;
    static String TaskHandler_return;
    static String TaskHandler_submit;
    static String TaskHandler_tasks;
    static String VerdictHandler_label;

    static {
        initializeMessages("dev.errata.ui.commands.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
