package dev.errata.ui.pictures;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Picture_cut;
    public static String Picture_damaged;
    public static String Picture_empty;
    public static String Picture_gigapixels;
    public static String Picture_megapixels;
    public static String Picture_notAPicture;
    public static String Picture_notFound;
    public static String Picture_outside;
    public static String Picture_pixels;
    public static String Picture_remote;
    public static String Picture_tooLarge;
    public static String Picture_tooSlow;
    public static String Picture_unreadable;
    public static String Picture_webPage;

    static {
        initializeMessages("dev.errata.ui.pictures.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
