package dev.errata.ui.mismatch.inputs;

import org.eclipse.osgi.util.NLS;

/** Texts of what grids show. */
final class Messages extends NLS {

    public static String MismatchInput_all;
    public static String MismatchInput_differences;
    public static String MismatchInput_suspects;
    public static String MismatchInput_toolTip;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.inputs.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
