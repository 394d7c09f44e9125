package dev.errata.ui.annotation.canvas;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    static String Accessible_annotation;
    static String Accessible_canvas;
    static String Accessible_prediction;
    static String Tag_crowd;
    static String Tag_prediction;

    static {
        initializeMessages("dev.errata.ui.annotation.canvas.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
