package dev.errata.ui.matrix.canvas;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix canvas. */
final class Messages extends NLS {

    static String Axis_GroundTruth;
    static String Axis_Predicted;
    static String Axis_Total;
    static String Cell_Classes;
    static String Cell_Invented;
    static String Cell_Missed;
    static String Cell_Impossible;
    static String Cell_Match;
    static String Cell_Count;
    static String Cell_RowShare;
    static String Cell_ColumnShare;
    static String Cell_EnterOpens;
    static String Cell_NothingToOpen;
    static String Spoken_Mismatches;
    static String Spoken_Mismatch;
    static String Spoken_Matches;
    static String Spoken_Match;
    static String Spoken_Row;
    static String Spoken_Column;
    static String Spoken_Matrix;
    static String Spoken_NoMatrix;
    static String Legend_Mismatches;
    static String Legend_Matches;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.canvas.messages", Messages.class);
    }

    private Messages() {
    }
}
