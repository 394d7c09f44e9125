package dev.errata.ui.annotation.editor.controls;

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
    public static String Header_accept;
    public static String Header_author;
    public static String Header_comment;
    public static String Header_commentBy;
    public static String Header_commentPrompt;
    public static String Header_disputed;
    public static String Header_return;
    public static String Header_submit;
    public static String Labels_annotation;
    public static String Labels_class;
    public static String Labels_prediction;
    public static String Labels_source;
    public static String Labels_title;
    public static String Labels_verdict;
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
        initializeMessages("dev.errata.ui.annotation.editor.controls.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
