package dev.errata.ui.annotation.editor;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Editor_closed;
    public static String Editor_comment;
    public static String Editor_empty;
    public static String Editor_emptyBatch;
    public static String Editor_opening;
    public static String Input_batchTip;
    public static String Input_images;
    public static String Input_imagesTip;

    static {
        initializeMessages("dev.errata.ui.annotation.editor.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
