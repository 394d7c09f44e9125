package dev.errata.ui.matrix.loading;

import org.eclipse.osgi.util.NLS;

/** The strings of the matrix view. */
final class Messages extends NLS {

    public static String Job_Evaluate;
    public static String Job_Refresh;
    public static String Loading_Stop;

    static {
        NLS.initializeMessages("dev.errata.ui.matrix.loading.messages", Messages.class);
    }

    private Messages() {
    }
}
