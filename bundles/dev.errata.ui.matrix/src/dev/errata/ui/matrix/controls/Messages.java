package dev.errata.ui.matrix.controls;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix view. */
final class Messages extends NLS {

    public static String Bar_Confidence;
    public static String Bar_ConfidenceShort;
    public static String Bar_ConfidenceTip;
    public static String Bar_Iou;
    public static String Bar_IouTip;
    public static String Pairs_Count;
    public static String Pairs_GroundTruth;
    public static String Pairs_Name;
    public static String Pairs_Predicted;
    public static String Pairs_Share;
    public static String Pairs_SortTip;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.controls.messages", Messages.class);
    }

    private Messages() {
    }
}
