package dev.errata.ui.matching;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Changed;
    public static String Classes;
    public static String Masks;
    public static String Profile;

    static {
        initializeMessages("dev.errata.ui.matching.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
