package dev.errata.ui.matrix.matching;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix view. */
final class Messages extends NLS {

    public static String Job_Matching;
    public static String Job_MatchingFailed;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.matching.messages", Messages.class);
    }

    private Messages() {
    }
}
