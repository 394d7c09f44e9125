package dev.errata.ui.matrix;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix view. */
final class Messages extends NLS {

    static String Action_BackgroundPairs;
    static String Action_Copy;
    static String Action_Diagonal;
    static String Action_Export;
    static String Action_Fit;
    static String Action_Logarithmic;
    static String Action_Pairs;
    static String Action_Readable;
    static String Action_ZoomIn;
    static String Action_ZoomOut;
    static String Bar_Confidence;
    static String Bar_ConfidenceTip;
    static String Bar_Find;
    static String Bar_FindTip;
    static String Bar_Iou;
    static String Bar_IouTip;
    static String Bar_Normalisation;
    static String Bar_Run;
    static String Command_Failed;
    static String Command_Missing;
    static String Empty_Failed;
    static String Empty_Import;
    static String Empty_NoDataset;
    static String Empty_NoRun;
    static String Empty_Open;
    static String Empty_Retry;
    static String Empty_Sample;
    static String Empty_Stopped;
    static String Export_All;
    static String Export_Corner;
    static String Export_Csv;
    static String Export_Failed;
    static String Export_FileName;
    static String Export_Job;
    static String Export_Title;
    static String Export_Total;
    static String Facts;
    static String Find_Result;
    static String Job_Evaluate;
    static String Job_Refresh;
    static String Job_Thresholds;
    static String Job_ThresholdsFailed;
    static String Loading_Message;
    static String Loading_Stop;
    static String Normalisation_Columns;
    static String Normalisation_Counts;
    static String Normalisation_Rows;
    static String Open_Nothing;
    static String Pairs_Count;
    static String Pairs_GroundTruth;
    static String Pairs_Name;
    static String Pairs_Predicted;
    static String Pairs_Share;
    static String Pairs_SortTip;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.messages", Messages.class);
    }

    private Messages() {
    }

    /** The names of the normalisations, in the order of the constants. */
    static String[] normalisations() {
        return new String[] {Normalisation_Counts, Normalisation_Rows, Normalisation_Columns};
    }
}
