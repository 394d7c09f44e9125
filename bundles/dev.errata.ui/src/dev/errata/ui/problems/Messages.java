package dev.errata.ui.problems;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

    public static String ExcerptInput_part;
    public static String ExcerptInput_whole;
    public static String ExportIssues_failed;
    public static String ExportIssues_job;
    public static String ExportIssues_tip;
    public static String ExportIssues_title;
    public static String IssuePlace_failed;
    public static String IssuePlace_job;
    public static String IssuesTable_error;
    public static String IssuesTable_message;
    public static String IssuesTable_name;
    public static String IssuesTable_place;
    public static String IssuesTable_quarantined;
    public static String IssuesTable_record;
    public static String IssuesTable_severity;
    public static String IssuesTable_warning;
    public static String View_lost;
    public static String View_name;
    public static String View_nameCounted;
    public static String View_noDataset;
    public static String View_none;
    public static String View_reading;
    public static String View_summary;
    public static String View_tip;

    static {
        NLS.initializeMessages("dev.errata.ui.problems.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
