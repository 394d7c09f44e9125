package dev.errata.ui.mismatch.canvas;

import org.eclipse.osgi.util.NLS;

/** Texts of the tile canvas. */
final class Messages extends NLS {

    public static String TileCanvas_name;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.canvas.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
