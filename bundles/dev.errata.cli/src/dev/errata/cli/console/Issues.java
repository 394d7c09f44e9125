package dev.errata.cli.console;

import dev.errata.dataset.VisibleText;
import dev.errata.formats.Issue;

/** Tells what is wrong in an input file. */
public final class Issues {

    private Issues() {
    }

    /** Place, cause and code in one line. */
    public static String sentence(Issue issue) {
        return VisibleText.oneLine(place(issue) + ": " + issue.message() + " [" + issue.code() + "]");
    }

    private static String place(Issue issue) {
        String place = issue.file();
        if (issue.line() > 0) {
            place += ":" + issue.line() + (issue.column() > 0 ? ":" + issue.column() : "");
        }
        return issue.record().isEmpty() ? place : place + ", record " + issue.record();
    }
}
