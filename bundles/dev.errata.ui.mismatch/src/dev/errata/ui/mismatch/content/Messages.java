package dev.errata.ui.mismatch.content;

import org.eclipse.osgi.util.NLS;

/** Texts of a grid's content. */
final class Messages extends NLS {

    public static String CellGrid_annotation;
    public static String CellGrid_conflict;
    public static String CellGrid_iou;
    public static String CellGrid_noPrediction;
    public static String CellGrid_numbers;
    public static String CellGrid_prediction;
    public static String State_relabelledTo;
    public static String TileFields_line;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.content.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
