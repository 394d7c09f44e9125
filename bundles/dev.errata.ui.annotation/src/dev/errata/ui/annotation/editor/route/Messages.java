package dev.errata.ui.annotation.editor.route;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Header_image;
    public static String Header_task;
    public static String Header_taskLeft;

    static {
        initializeMessages("dev.errata.ui.annotation.editor.route.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
