package dev.errata.ui.annotation.canvas;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Accessible_annotation;
    public static String Accessible_canvas;
    public static String Accessible_locked;
    public static String Accessible_prediction;
    public static String Accessible_verdict;
    public static String Tag_crowd;
    public static String Tag_locked;
    public static String Tag_prediction;
    public static String Tag_value;

    static {
        initializeMessages("dev.errata.ui.annotation.canvas.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
