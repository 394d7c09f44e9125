package dev.errata.ui.keys;

import org.eclipse.osgi.util.NLS;

/**
 * What some keys do.
 *
 * @param keys as people know them
 * @param effect what they do
 * @param possible whether they do it now, with what is selected
 */
record KeyRow(String keys, String effect, boolean possible) {

    /** What a screen reader says. */
    String spoken() {
        return NLS.bind(possible ? Messages.Keys_row : Messages.Keys_rowNotNow, keys, effect);
    }
}
