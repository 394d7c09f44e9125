package dev.errata.ui.matrix;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix view. */
final class Messages extends NLS {

    public static String Action_Allow;
    public static String Action_AllowPair;
    public static String Action_BackgroundPairs;
    public static String Action_ByMasks;
    public static String Action_ByMismatches;
    public static String Action_CompareWith;
    public static String Action_Copy;
    public static String Action_Diagonal;
    public static String Action_Export;
    public static String Action_Fit;
    public static String Action_Forget;
    public static String Action_Ignore;
    public static String Action_IgnoreClass;
    public static String Action_Logarithmic;
    public static String Action_MatchAs;
    public static String Action_OnlyMismatched;
    public static String Action_Pairs;
    public static String Action_Readable;
    public static String Action_Usual;
    public static String Action_ZoomIn;
    public static String Action_ZoomOut;
    public static String Bar_Find;
    public static String Bar_FindTip;
    public static String Bar_Normalisation;
    public static String Bar_Run;
    public static String Command_Failed;
    public static String Command_Missing;
    public static String Empty_AddRun;
    public static String Empty_Boxes;
    public static String Empty_Failed;
    public static String Empty_Import;
    public static String Empty_NoDataset;
    public static String Empty_NoRun;
    public static String Empty_Open;
    public static String Empty_Retry;
    public static String Empty_Sample;
    public static String Empty_Stopped;
    public static String Export_All;
    public static String Export_Corner;
    public static String Export_Csv;
    public static String Export_Failed;
    public static String Export_FileName;
    public static String Export_Job;
    public static String Export_Title;
    public static String Export_Total;
    public static String Facts;
    public static String Facts_Accepted;
    public static String Facts_Annotations;
    public static String Facts_Hidden;
    public static String Facts_HiddenOne;
    public static String Facts_Ignored;
    public static String Facts_Masks;
    public static String Facts_OneAnnotation;
    public static String Facts_OnePrediction;
    public static String Facts_Predictions;
    public static String Facts_Where;
    public static String Find_One;
    public static String Find_Result;
    public static String Loading_Message;
    public static String Normalisation_Columns;
    public static String Normalisation_Counts;
    public static String Normalisation_Rows;
    public static String Open_Nothing;
    public static String Profile_Coco;
    public static String Profile_Cvat;
    public static String Profile_Default;
    public static String Profile_Fiftyone;
    public static String Profile_Nucleus;
    public static String Profile_Supervision;
    public static String Profile_Ultralytics;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.messages", Messages.class);
    }

    private Messages() {
    }

    /** In the order of {@link dev.errata.engine.matching.Profile}. */
    static String[] profiles() {
        return new String[] {Profile_Default, Profile_Coco, Profile_Fiftyone, Profile_Ultralytics, Profile_Supervision,
            Profile_Cvat, Profile_Nucleus};
    }

    static String[] normalisations() {
        return new String[] {Normalisation_Counts, Normalisation_Rows, Normalisation_Columns};
    }
}
