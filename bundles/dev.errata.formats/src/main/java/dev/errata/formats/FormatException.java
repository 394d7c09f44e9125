package dev.errata.formats;

import java.io.IOException;

/** A file was refused; the issue says where and why. */
public final class FormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    public FormatException(Issue issue) {
        super(issue.file() + (issue.line() > 0 ? ":" + issue.line() + ":" + issue.column() : "") + ": " + issue.message());
        this.issue = issue;
    }

    public Issue issue() {
        return issue;
    }
}
