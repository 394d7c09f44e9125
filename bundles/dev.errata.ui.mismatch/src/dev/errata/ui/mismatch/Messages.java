package dev.errata.ui.mismatch;

import org.eclipse.osgi.util.NLS;

/** Texts of the mismatch grid. */
final class Messages extends NLS {

    static String CellGrid_annotation;
    static String CellGrid_iou;
    static String CellGrid_noAnnotation;
    static String CellGrid_noPrediction;
    static String CellGrid_numbers;
    static String CellGrid_prediction;
    static String CellQuery_noClass;
    static String CellQuery_task;
    static String GridControls_context;
    static String GridControls_contextToolTip;
    static String GridControls_order;
    static String GridControls_orderToolTip;
    static String GridControls_size;
    static String GridControls_sizeToolTip;
    static String GridFeed_cancelled;
    static String GridFeed_closed;
    static String GridFeed_judge;
    static String GridFeed_load;
    static String GridFeed_loadFailed;
    static String GridFeed_notOpen;
    static String MismatchEditor_empty;
    static String MismatchEditor_loading;
    static String MismatchEditor_notPossible;
    static String MismatchEditor_opening;
    static String MismatchEditor_status;
    static String MismatchEditor_title;
    static String MismatchEditor_wrongInput;
    static String MismatchInput_all;
    static String MismatchInput_toolTip;
    static String RefreshBar_entered;
    static String RefreshBar_left;
    static String RefreshBar_leftAndEntered;
    static String RefreshBar_oneEntered;
    static String RefreshBar_oneLeft;
    static String RefreshBar_refresh;
    static String RefreshBar_refreshToolTip;
    static String State_accepted;
    static String State_ambiguous;
    static String State_bothWrong;
    static String State_deleted;
    static String State_ignored;
    static String State_inReview;
    static String State_labelRight;
    static String State_labelWrong;
    static String State_relabelled;
    static String State_relabelledTo;
    static String State_rematched;
    static String State_reshaped;
    static String State_returned;
    static String State_reviewed;
    static String State_sent;
    static String Texts_classes;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
