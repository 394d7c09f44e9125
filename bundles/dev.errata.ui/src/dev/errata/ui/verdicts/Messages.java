package dev.errata.ui.verdicts;

import org.eclipse.osgi.util.NLS;

/** Texts of verdicts. */
final class Messages extends NLS {

    public static String Verdict_ambiguous;
    public static String Verdict_bothWrong;
    public static String Verdict_ignored;
    public static String Verdict_inWords;
    public static String Verdict_labelRight;
    public static String Verdict_labelWrong;

    static {
        NLS.initializeMessages("dev.errata.ui.verdicts.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
