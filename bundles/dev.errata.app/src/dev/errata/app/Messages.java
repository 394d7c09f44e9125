package dev.errata.app;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String ErrataApplication_inUse;
    public static String ErrataApplication_inUseDetails;
    public static String ErrataWindow_title;
    public static String Menu_edit;
    public static String Menu_file;
    public static String Menu_help;
    public static String Menu_showView;
    public static String Menu_theme;
    public static String Menu_window;
    public static String Theme_dark;
    public static String Theme_light;
    public static String Theme_system;

    static {
        initializeMessages("dev.errata.app.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
