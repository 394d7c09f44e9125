package dev.errata.ui.annotation.tasks;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    static String Column_by;
    static String Column_changes;
    static String Column_comment;
    static String Column_state;
    static String Column_task;
    static String Comment_by;
    static String Filter_accepted;
    static String Filter_all;
    static String Filter_label;
    static String Filter_submitted;
    static String Filter_toDo;
    static String State_accepted;
    static String State_batch;
    static String State_open;
    static String State_returned;
    static String State_submitted;
    static String View_hidden;
    static String View_noBatches;
    static String View_noDataset;
    static String View_opening;

    static {
        initializeMessages("dev.errata.ui.annotation.tasks.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
