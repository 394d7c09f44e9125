package dev.errata.ui.matrix.filter;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix view. */
final class Messages extends NLS {

    public static String Filter_Clear;
    public static String Filter_ClearTip;
    public static String Filter_Error;
    public static String Filter_Hint;
    public static String Filter_Name;
    public static String Filter_Reading;
    public static String Filter_Tip;
    public static String Job_Filter;
    public static String Job_Slices;
    public static String Slice_Button;
    public static String Slice_Count;
    public static String Slice_F1;
    public static String Slice_Name;
    public static String Slice_None;
    public static String Slice_Precision;
    public static String Slice_PredictionCount;
    public static String Slice_Recall;
    public static String Slice_Tip;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.filter.messages", Messages.class);
    }

    private Messages() {
    }
}
