package dev.errata.ui.mismatch;

import org.eclipse.osgi.util.NLS;

/** Texts of the mismatch grid. */
final class Messages extends NLS {

    public static String GridColouring_job;
    public static String GridFeed_cancelled;
    public static String GridFeed_closed;
    public static String GridFeed_load;
    public static String GridFeed_loadFailed;
    public static String GridFeed_notOpen;
    public static String GridKeys_arrows;
    public static String GridKeys_controlSpace;
    public static String GridKeys_decide;
    public static String GridKeys_escape;
    public static String GridKeys_go;
    public static String GridKeys_look;
    public static String GridKeys_none;
    public static String GridKeys_plusMinus;
    public static String GridKeys_range;
    public static String GridKeys_select;
    public static String GridKeys_shiftArrows;
    public static String GridKeys_size;
    public static String GridKeys_title;
    public static String GridKeys_toggle;
    public static String GridSite_notPossible;
    public static String JudgeJob_judge;
    public static String MismatchEditor_empty;
    public static String MismatchEditor_loading;
    public static String MismatchEditor_noDifferences;
    public static String MismatchEditor_noSuspects;
    public static String MismatchEditor_opening;
    public static String MismatchEditor_title;
    public static String MismatchEditor_wrongInput;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
