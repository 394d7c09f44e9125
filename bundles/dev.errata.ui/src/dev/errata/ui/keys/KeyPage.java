package dev.errata.ui.keys;

import java.util.List;

import org.eclipse.ui.IWorkbenchCommandConstants;

import dev.errata.ui.commands.Ids;

/**
 * Which keys a part has, in the order in which a person looks for them. Parts that adapt to it show it by a key.
 *
 * @param title what it is about
 * @param context the context of keys that is active while the part has the focus
 * @param groups what belongs together; commands of the context that are in none stand at the end
 */
public record KeyPage(String title, String context, List<Group> groups) {

    /**
     * Keys that belong together.
     *
     * @param title for people
     * @param commands ids of commands, shown with the keys that they have now, if any
     * @param fixed keys that are no commands
     */
    public record Group(String title, List<String> commands, List<Fixed> fixed) {

        /** What the whole window has. */
        public static Group everywhere() {
            return new Group(Messages.Keys_everywhere, List.of(IWorkbenchCommandConstants.EDIT_UNDO,
                IWorkbenchCommandConstants.EDIT_REDO, IWorkbenchCommandConstants.EDIT_SELECT_ALL, Ids.COLOUR_BY, Ids.SHOW_GUIDE,
                Ids.SHOW_KEYS, IWorkbenchCommandConstants.WINDOW_SHOW_KEY_ASSIST), List.of());
        }
    }

    /**
     * Keys that nobody can change.
     *
     * @param keys as people know them
     * @param effect what they do
     */
    public record Fixed(String keys, String effect) {
    }
}
