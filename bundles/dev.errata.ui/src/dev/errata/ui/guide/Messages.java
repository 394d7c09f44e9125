package dev.errata.ui.guide;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Action_back;
    public static String Action_forward;
    public static String Key_none;
    public static String Link_notPossible;
    public static String Page_commands;
    public static String Page_editor;
    public static String Page_files;
    public static String Page_filters;
    public static String Page_grid;
    public static String Page_matrix;
    public static String Page_metrics;
    public static String Page_start;
    public static String Page_suspects;
    public static String Page_team;

    static {
        NLS.initializeMessages("dev.errata.ui.guide.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
