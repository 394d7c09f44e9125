package dev.errata.ui.edit;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String ClassChooser_hint;
    public static String ClassChooser_list;
    public static String ClassChooser_message;
    public static String ClassChooser_near;
    public static String ClassChooser_none;
    public static String ClassChooser_numbered;
    public static String DatasetCommands_failed;
    public static String DatasetCommands_memory;
    public static String DatasetCommands_outlived;
    public static String DatasetCommands_redo;
    public static String DatasetCommands_redoNone;
    public static String DatasetCommands_redone;
    public static String DatasetCommands_undo;
    public static String DatasetCommands_undoNone;
    public static String DatasetCommands_undone;

    static {
        initializeMessages("dev.errata.ui.edit.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
