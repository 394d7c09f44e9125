package dev.errata.ui.mismatch;

import org.eclipse.osgi.util.NLS;

/** Texts of the mismatch grid. */
final class Messages extends NLS {

    public static String CellGrid_annotation;
    public static String CellGrid_conflict;
    public static String CellGrid_iou;
    public static String CellGrid_noPrediction;
    public static String CellGrid_numbers;
    public static String CellGrid_prediction;
    public static String CellQuery_noClass;
    public static String CellQuery_task;
    public static String DifferenceTiles_belowConfidence;
    public static String DifferenceTiles_brief;
    public static String DifferenceTiles_ignored;
    public static String DifferenceTiles_noProfile;
    public static String GridColouring_job;
    public static String GridControls_context;
    public static String GridControls_contextToolTip;
    public static String GridControls_order;
    public static String GridControls_orderToolTip;
    public static String GridControls_size;
    public static String GridControls_sizeToolTip;
    public static String GridFeed_cancelled;
    public static String GridFeed_closed;
    public static String GridFeed_judge;
    public static String GridFeed_load;
    public static String GridFeed_loadFailed;
    public static String GridFeed_notOpen;
    public static String Kind_duplicate;
    public static String Kind_loose;
    public static String Kind_missing;
    public static String Kind_spurious;
    public static String Kind_wrongClass;
    public static String MismatchEditor_empty;
    public static String MismatchEditor_expected;
    public static String MismatchEditor_loading;
    public static String MismatchEditor_noDifferences;
    public static String MismatchEditor_noSuspects;
    public static String MismatchEditor_notPossible;
    public static String MismatchEditor_opening;
    public static String MismatchEditor_status;
    public static String MismatchEditor_title;
    public static String MismatchEditor_wrongInput;
    public static String MismatchInput_all;
    public static String MismatchInput_differences;
    public static String MismatchInput_suspects;
    public static String MismatchInput_toolTip;
    public static String RefreshBar_changed;
    public static String RefreshBar_entered;
    public static String RefreshBar_left;
    public static String RefreshBar_leftAndEntered;
    public static String RefreshBar_oneEntered;
    public static String RefreshBar_oneLeft;
    public static String RefreshBar_refresh;
    public static String RefreshBar_refreshToolTip;
    public static String SelfTest_averagePrecision;
    public static String SelfTest_explanation;
    public static String SelfTest_first;
    public static String SelfTest_heading;
    public static String SelfTest_job;
    public static String SelfTest_method;
    public static String SelfTest_notOpened;
    public static String SelfTest_title;
    public static String SelfTest_use;
    public static String State_accepted;
    public static String State_ambiguous;
    public static String State_bothWrong;
    public static String State_conflict;
    public static String State_deleted;
    public static String State_ignored;
    public static String State_inReview;
    public static String State_labelRight;
    public static String State_labelWrong;
    public static String State_relabelled;
    public static String State_relabelledTo;
    public static String State_rematched;
    public static String State_reshaped;
    public static String State_returned;
    public static String State_reviewed;
    public static String State_sent;
    public static String SuspectTiles_brief;
    public static String Texts_classes;
    public static String TileFields_line;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
