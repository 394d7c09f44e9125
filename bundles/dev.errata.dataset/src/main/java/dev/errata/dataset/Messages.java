package dev.errata.dataset;

/** The texts of this package. */
final class Messages {

    public static String undo;

    static {
        Texts.fill(Messages.class);
    }

    private Messages() {
    }
}
