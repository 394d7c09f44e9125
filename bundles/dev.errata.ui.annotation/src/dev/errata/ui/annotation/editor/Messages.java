package dev.errata.ui.annotation.editor;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    static String Attributes_add;
    static String Attributes_addPrompt;
    static String Attributes_crowd;
    static String Attributes_crowdTip;
    static String Attributes_key;
    static String Attributes_keyEmpty;
    static String Attributes_keyTaken;
    static String Attributes_remove;
    static String Attributes_title;
    static String Attributes_value;
    static String Edit_moveSeveral;
    static String Edit_predictedBy;
    static String Editor_canvasHelp;
    static String Editor_closed;
    static String Editor_empty;
    static String Editor_emptyBatch;
    static String Editor_failed;
    static String Editor_loading;
    static String Editor_noPicture;
    static String Editor_opening;
    static String Editor_taskGone;
    static String Header_accept;
    static String Header_author;
    static String Header_check;
    static String Header_checkMissed;
    static String Header_checkPair;
    static String Header_checkSpurious;
    static String Header_comment;
    static String Header_commentBy;
    static String Header_commentPrompt;
    static String Header_image;
    static String Header_newLabels;
    static String Header_newLabelsTip;
    static String Header_overlayAll;
    static String Header_overlayDisagreeing;
    static String Header_overlayNone;
    static String Header_return;
    static String Header_stateAccepted;
    static String Header_stateOpen;
    static String Header_stateReturned;
    static String Header_stateSubmitted;
    static String Header_submit;
    static String Header_task;
    static String Input_batchTip;
    static String Input_images;
    static String Input_imagesTip;
    static String Labels_annotation;
    static String Labels_class;
    static String Labels_prediction;
    static String Labels_source;
    static String Labels_title;
    static String Status_box;
    static String Status_position;
    static String Status_zoom;

    static {
        initializeMessages("dev.errata.ui.annotation.editor.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
