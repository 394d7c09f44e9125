package dev.errata.ui.pictures;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    static String Picture_damaged;
    static String Picture_gigapixels;
    static String Picture_megapixels;
    static String Picture_notAPicture;
    static String Picture_notFound;
    static String Picture_outside;
    static String Picture_tooLarge;
    static String Picture_unreadable;

    static {
        initializeMessages("dev.errata.ui.pictures.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
