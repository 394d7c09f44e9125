package dev.errata.dataset.edit;

import dev.errata.dataset.Texts;

/** The texts of this package. */
final class Messages {

    public static String accept;
    public static String accepted;
    public static String add;
    public static String clearCrowd;
    public static String delete;
    public static String duplicate;
    public static String noClass;
    public static String paste;
    public static String relabel;
    public static String removeAttribute;
    public static String setAttribute;
    public static String setBox;
    public static String setCrowd;
    public static String setPolygons;

    static {
        Texts.fill(Messages.class);
    }

    private Messages() {
    }
}
