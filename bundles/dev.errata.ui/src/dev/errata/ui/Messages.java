package dev.errata.ui;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    static String DatasetProjects_connect;
    static String OpenDatasets_close;
    static String OpenDatasets_open;
    static String OpenDatasets_openFailed;
    static String OpenDatasets_watch;
    static String OpenDatasets_watchFailed;

    static {
        initializeMessages("dev.errata.ui.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
