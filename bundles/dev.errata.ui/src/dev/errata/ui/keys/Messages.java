package dev.errata.ui.keys;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Keys_choices;
    public static String Keys_close;
    public static String Keys_everywhere;
    public static String Keys_notNow;
    public static String Keys_others;
    public static String Keys_row;
    public static String Keys_rowNotNow;
    public static String Use_cvat;
    public static String Use_labelImg;
    public static String Use_notPossible;
    public static String Use_own;

    static {
        NLS.initializeMessages("dev.errata.ui.keys.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
