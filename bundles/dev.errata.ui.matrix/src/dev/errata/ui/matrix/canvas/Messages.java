package dev.errata.ui.matrix.canvas;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix canvas. */
final class Messages extends NLS {

    public static String Axis_GroundTruth;
    public static String Axis_Predicted;
    public static String Axis_Total;
    public static String Cell_Allowed;
    public static String Cell_Classes;
    public static String Cell_Invented;
    public static String Cell_Missed;
    public static String Cell_Impossible;
    public static String Cell_Match;
    public static String Cell_Count;
    public static String Cell_RowShare;
    public static String Cell_ColumnShare;
    public static String Cell_EnterOpens;
    public static String Cell_NothingToOpen;
    public static String Spoken_Allowed;
    public static String Spoken_Mismatches;
    public static String Spoken_Mismatch;
    public static String Spoken_Matches;
    public static String Spoken_Match;
    public static String Spoken_Row;
    public static String Spoken_Column;
    public static String Spoken_Matrix;
    public static String Spoken_NoMatrix;
    public static String Class_Background;
    public static String Class_Details;
    public static String Class_Ignored;
    public static String Legend_Mismatches;
    public static String Legend_Matches;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.canvas.messages", Messages.class);
    }

    private Messages() {
    }
}
