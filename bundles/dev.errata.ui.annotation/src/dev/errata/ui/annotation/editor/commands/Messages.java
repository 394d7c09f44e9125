package dev.errata.ui.annotation.editor.commands;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Keys_arrows;
    public static String Keys_backspace;
    public static String Keys_cancel;
    public static String Keys_controlTab;
    public static String Keys_decide;
    public static String Keys_draw;
    public static String Keys_escape;
    public static String Keys_go;
    public static String Keys_images;
    public static String Keys_labels;
    public static String Keys_leave;
    public static String Keys_leftRight;
    public static String Keys_nudge;
    public static String Keys_nudgeFar;
    public static String Keys_see;
    public static String Keys_shiftArrows;
    public static String Keys_stepBack;
    public static String Keys_tab;
    public static String Keys_task;
    public static String Keys_title;
    public static String LabelGuard_closed;
    public static String LabelGuard_locked;

    static {
        initializeMessages("dev.errata.ui.annotation.editor.commands.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
