package dev.errata.dataset.changes;

import dev.errata.dataset.Texts;

/** The texts of this package. */
final class Messages {

    public static String undo;

    static {
        Texts.fill(Messages.class);
    }

    private Messages() {
    }
}
