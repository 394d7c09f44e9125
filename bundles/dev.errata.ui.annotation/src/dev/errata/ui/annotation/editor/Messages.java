package dev.errata.ui.annotation.editor;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Attributes_add;
    public static String Attributes_addPrompt;
    public static String Attributes_crowd;
    public static String Attributes_crowdTip;
    public static String Attributes_key;
    public static String Attributes_keyEmpty;
    public static String Attributes_keyTaken;
    public static String Attributes_remove;
    public static String Attributes_title;
    public static String Attributes_value;
    public static String Edit_moveSeveral;
    public static String Edit_predictedBy;
    public static String Editor_canvasHelp;
    public static String Editor_closed;
    public static String Editor_deletedByOthers;
    public static String Editor_empty;
    public static String Editor_emptyBatch;
    public static String Editor_failed;
    public static String Editor_loading;
    public static String Editor_noPicture;
    public static String Editor_opening;
    public static String Editor_taskGone;
    public static String Header_accept;
    public static String Header_author;
    public static String Header_check;
    public static String Header_checkMissed;
    public static String Header_checkPair;
    public static String Header_checkSpurious;
    public static String Header_comment;
    public static String Header_commentBy;
    public static String Header_commentPrompt;
    public static String Header_image;
    public static String Header_return;
    public static String Header_stateAccepted;
    public static String Header_stateOpen;
    public static String Header_stateReturned;
    public static String Header_stateSubmitted;
    public static String Header_submit;
    public static String Header_task;
    public static String Input_batchTip;
    public static String Input_images;
    public static String Input_imagesTip;
    public static String Labels_annotation;
    public static String Labels_class;
    public static String Labels_prediction;
    public static String Labels_source;
    public static String Labels_title;
    public static String Panel_confidence;
    public static String Panel_confidenceTip;
    public static String Panel_newLabels;
    public static String Panel_newLabelsTip;
    public static String Panel_overlayAll;
    public static String Panel_overlayDisagreeing;
    public static String Panel_overlayNone;
    public static String Panel_predictions;
    public static String Status_box;
    public static String Status_position;
    public static String Status_zoom;

    static {
        initializeMessages("dev.errata.ui.annotation.editor.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
