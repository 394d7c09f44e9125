package dev.errata.ui;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String DatasetProjects_connect;
    public static String MonitorProgress_reading;
    public static String MonitorProgress_task;
    public static String OpenDatasets_close;
    public static String OpenDatasets_open;
    public static String OpenDatasets_openFailed;
    public static String OpenDatasets_watch;
    public static String OpenDatasets_watchFailed;
    public static String PersonalSettings_flush;
    public static String SampleDataset_missing;

    static {
        initializeMessages("dev.errata.ui.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
