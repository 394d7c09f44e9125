package dev.errata.ui.mismatch.controls;

import org.eclipse.osgi.util.NLS;

/** Texts of the controls around the tiles. */
final class Messages extends NLS {

    public static String GridControls_context;
    public static String GridControls_contextToolTip;
    public static String GridControls_order;
    public static String GridControls_orderToolTip;
    public static String GridControls_size;
    public static String GridControls_sizeToolTip;
    public static String GridFoot_expected;
    public static String GridFoot_loading;
    public static String GridFoot_progress;
    public static String GridFoot_status;
    public static String RefreshBar_changed;
    public static String RefreshBar_entered;
    public static String RefreshBar_left;
    public static String RefreshBar_leftAndEntered;
    public static String RefreshBar_oneEntered;
    public static String RefreshBar_oneLeft;
    public static String RefreshBar_refresh;
    public static String RefreshBar_refreshToolTip;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.controls.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
