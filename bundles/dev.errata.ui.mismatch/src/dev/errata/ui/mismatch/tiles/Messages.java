package dev.errata.ui.mismatch.tiles;

import org.eclipse.osgi.util.NLS;

/** Texts of tiles. */
final class Messages extends NLS {

    public static String Kind_duplicate;
    public static String Kind_loose;
    public static String Kind_missing;
    public static String Kind_spurious;
    public static String Kind_wrongClass;
    public static String State_accepted;
    public static String State_conflict;
    public static String State_deleted;
    public static String State_inReview;
    public static String State_relabelled;
    public static String State_rematched;
    public static String State_reshaped;
    public static String State_returned;
    public static String State_reviewed;
    public static String State_sent;
    public static String Texts_classes;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.tiles.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
