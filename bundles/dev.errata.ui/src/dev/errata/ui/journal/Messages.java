package dev.errata.ui.journal;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String Connect_cancel;
    public static String Connect_connect;
    public static String Connect_message;
    public static String Connect_title;
    public static String Login_keep;
    public static String Login_message;
    public static String Login_notKept;
    public static String Login_notRead;
    public static String Login_password;
    public static String Login_refused;
    public static String Login_title;
    public static String Login_user;
    public static String Move_address;
    public static String Move_addressHint;
    public static String Move_explanation;
    public static String Move_failed;
    public static String Move_heading;
    public static String Move_inFiles;
    public static String Move_job;
    public static String Move_moved;
    public static String Move_now;
    public static String Move_nowAt;
    public static String Move_nowInFiles;
    public static String Move_ok;
    public static String Move_onServer;
    public static String Move_title;

    static {
        initializeMessages("dev.errata.ui.journal.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
