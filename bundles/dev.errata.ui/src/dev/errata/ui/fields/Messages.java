package dev.errata.ui.fields;

import org.eclipse.osgi.util.NLS;

/** The strings of this package. */
final class Messages extends NLS {

    public static String Colouring_button;
    public static String Colouring_none;
    public static String Colouring_rest;
    public static String Colouring_tip;
    public static String FieldMenu_images;
    public static String FieldMenu_labels;
    public static String FieldMenu_predictions;
    public static String FieldReading_failed;
    public static String FieldReading_job;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
