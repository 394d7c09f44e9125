package dev.errata.review;

import dev.errata.dataset.Texts;

/** The texts of this package. */
final class Messages {

    public static String accept;
    public static String ambiguous;
    public static String bothWrong;
    public static String comment;
    public static String conflictChanged;
    public static String conflictDeleted;
    public static String giveBack;
    public static String ignore;
    public static String labelWrong;
    public static String late;
    public static String mixedBatch;
    public static String modelWrong;
    public static String pairBatch;
    public static String rival;
    public static String rivals;
    public static String send;
    public static String submit;
    public static String verdicts;

    static {
        Texts.fill(Messages.class);
    }

    private Messages() {
    }
}
