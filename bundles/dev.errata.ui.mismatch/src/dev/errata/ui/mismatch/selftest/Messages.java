package dev.errata.ui.mismatch.selftest;

import org.eclipse.osgi.util.NLS;

/** Texts of the self-test. */
final class Messages extends NLS {

    public static String SelfTest_averagePrecision;
    public static String SelfTest_explanation;
    public static String SelfTest_first;
    public static String SelfTest_heading;
    public static String SelfTest_job;
    public static String SelfTest_method;
    public static String SelfTest_notOpened;
    public static String SelfTest_title;
    public static String SelfTest_use;

    static {
        NLS.initializeMessages("dev.errata.ui.mismatch.selftest.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
