package dev.errata.ui.history;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String ChangeText_added;
    public static String ChangeText_deleted;
    public static String ChangeText_none;
    public static String ChangeText_restored;
    public static String ChangeText_set;
    public static String ChangeText_takenBack;
    public static String ChangeText_undo;
    public static String Field_box;
    public static String Field_class;
    public static String Field_crowd;
    public static String Field_outline;
    public static String HistoryTable_image;
    public static String HistoryTable_label;
    public static String HistoryTable_name;
    public static String HistoryTable_reason;
    public static String HistoryTable_what;
    public static String HistoryTable_when;
    public static String HistoryTable_who;
    public static String View_none;
    public static String View_noDataset;
    public static String View_notOpened;
    public static String View_one;
    public static String View_reading;
    public static String View_several;
    public static String View_tip;

    static {
        NLS.initializeMessages("dev.errata.ui.history.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
