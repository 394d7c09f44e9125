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
    public static String Filter_all;
    public static String Filter_label;
    public static String Filter_labels;
    public static String Filter_tasks;
    public static String Filter_verdicts;
    public static String HistoryTable_about;
    public static String HistoryTable_image;
    public static String HistoryTable_name;
    public static String HistoryTable_reason;
    public static String HistoryTable_what;
    public static String HistoryTable_when;
    public static String HistoryTable_who;
    public static String State_accepted;
    public static String State_open;
    public static String State_returned;
    public static String State_submitted;
    public static String Step_comment;
    public static String Step_draft;
    public static String Step_label;
    public static String Step_pair;
    public static String Step_prediction;
    public static String Step_rivals;
    public static String Step_sent;
    public static String Step_sentAgain;
    public static String Step_task;
    public static String Step_turn;
    public static String Step_verdict;
    public static String Verdict_ambiguous;
    public static String Verdict_bothWrong;
    public static String Verdict_ignore;
    public static String Verdict_labelWrong;
    public static String Verdict_modelWrong;
    public static String View_filtered;
    public static String View_gone;
    public static String View_noDataset;
    public static String View_none;
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
