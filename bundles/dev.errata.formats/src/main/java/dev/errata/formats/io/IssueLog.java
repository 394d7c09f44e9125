package dev.errata.formats.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.IssueCounts;

/** Collects what is wrong in one input: keeps the first 1,000 issues and counts all. */
public final class IssueLog {

    private static final int KEPT = 1000;
    private static final int VALUE_LENGTH = 80;

    private final String file;
    private final List<Entry> entries = new ArrayList<>();
    private final IssueCounts.Tally tally = new IssueCounts.Tally();
    private long count;

    private record Entry(Issue issue, long offset, long first) {
    }

    /** @param file how issues name the input */
    public IssueLog(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    /** How many issues were reported, kept or not. */
    public long count() {
        return count;
    }

    /** How many issues were reported of each kind, kept or not. */
    public IssueCounts counts() {
        return tally.counts();
    }

    /** Reports an issue at a known place. */
    public void add(Severity severity, String code, long line, long column, String record, String value, String message) {
        tally.add(severity, code, 1);
        if (++count <= KEPT) {
            entries.add(new Entry(issue(severity, code, line, column, record, value, message), -1, -1));
        }
    }

    /** Reports an issue in one of several files. */
    public void addIn(String place, Severity severity, String code, long line, long column, String record, String value,
        String message) {
        tally.add(severity, code, 1);
        if (++count <= KEPT) {
            entries.add(new Entry(new Issue(code, severity, place, line, column, record, cut(value), message), -1, -1));
        }
    }

    /** Reports an issue of which only the byte offset is known; {@link #issues(LineIndex)} finds the line. */
    public void addAt(Severity severity, String code, long offset, String record, String value, String message) {
        tally.add(severity, code, 1);
        if (++count <= KEPT) {
            entries.add(new Entry(issue(severity, code, 0, 0, record, value, message), offset, -1));
        }
    }

    /** Reports a record that repeats an earlier one, which begins at the byte {@code first}. */
    public void addRepeated(Severity severity, String code, long offset, long first, String record, String value,
        String message) {
        tally.add(severity, code, 1);
        if (++count <= KEPT) {
            entries.add(new Entry(issue(severity, code, 0, 0, record, value, message), offset, first));
        }
    }

    /** The exception that refuses the file. */
    public FormatException refuse(String code, long line, long column, String record, String value, String message) {
        return new FormatException(issue(Severity.ERROR, code, line, column, record, value, message));
    }

    private Issue issue(Severity severity, String code, long line, long column, String record, String value,
        String message) {
        return new Issue(code, severity, file, line, column, record, cut(value), message);
    }

    /** The byte offsets of all issues without a line, ascending. */
    public long[] offsets() {
        return entries.stream().flatMapToLong(entry -> LongStream.of(entry.offset, entry.first)).filter(offset -> offset >= 0)
            .sorted().toArray();
    }

    /** The issues kept, in the order of their report. */
    public List<Issue> issues() {
        return entries.stream().map(Entry::issue).toList();
    }

    /** The issues kept, in the order of their report, offsets turned into lines and columns. */
    public List<Issue> issues(LineIndex lines) {
        return entries.stream().map(entry -> entry.offset < 0 ? entry.issue : placed(entry, lines)).toList();
    }

    private static Issue placed(Entry entry, LineIndex lines) {
        LineIndex.Place place = lines.place(entry.offset);
        Issue issue = entry.issue;
        return new Issue(issue.code(), issue.severity(), issue.file(), place.line(), place.column(), issue.record(),
            issue.value(), issue.message() + (entry.first < 0 ? "" : " The first stands in line "
                + lines.place(entry.first).line() + "."));
    }

    private static String cut(String value) {
        return value.length() <= VALUE_LENGTH ? value : value.substring(0, VALUE_LENGTH - 1) + '\u2026';
    }
}
