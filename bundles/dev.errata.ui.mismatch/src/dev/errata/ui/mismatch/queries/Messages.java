package dev.errata.ui.mismatch.queries;

import org.eclipse.osgi.util.NLS;

/** Texts of what finds tiles. */
final class Messages extends NLS {

    public static String CellQuery_noClass;
    public static String CellQuery_task;
    public static String DifferenceTiles_belowConfidence;
    public static String DifferenceTiles_brief;
    public static String DifferenceTiles_ignored;
    public static String DifferenceTiles_noProfile;
    public static String SuspectTiles_brief;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.queries.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
