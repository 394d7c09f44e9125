package dev.errata.ui.edit;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    static String ClassChooser_hint;
    static String ClassChooser_list;
    static String ClassChooser_message;
    static String ClassChooser_numbered;
    static String DatasetCommands_failed;
    static String DatasetCommands_redo;
    static String DatasetCommands_redoNone;
    static String DatasetCommands_undo;
    static String DatasetCommands_undoNone;

    static {
        initializeMessages("dev.errata.ui.edit.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
