package dev.errata.ui.annotation.tasks;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Column_by;
    public static String Column_changes;
    public static String Column_comment;
    public static String Column_state;
    public static String Column_task;
    public static String Comment_by;
    public static String Filter_accepted;
    public static String Filter_all;
    public static String Filter_label;
    public static String Filter_submitted;
    public static String Filter_toDo;
    public static String State_accepted;
    public static String State_batch;
    public static String State_disputed;
    public static String State_open;
    public static String State_returned;
    public static String State_submitted;
    public static String View_hidden;
    public static String View_noBatches;
    public static String View_noDataset;
    public static String View_opening;

    static {
        initializeMessages("dev.errata.ui.annotation.tasks.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
