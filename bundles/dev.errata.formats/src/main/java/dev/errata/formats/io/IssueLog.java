package dev.errata.formats.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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

    private record Entry(Issue issue, long first) {
    }

    /** Finds the lines of a file. */
    @FunctionalInterface
    public interface Lines {

        /**
         * @param place how issues name the file
         * @param offsets the only ones that will be asked for, ascending
         */
        LineIndex of(String place, long[] offsets) throws IOException;
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
        add(issue(severity, code, line, column, record, value, message), -1);
    }

    /** Reports an issue in one of several files. */
    public void addIn(String place, Severity severity, String code, long line, long column, String record, String value,
        String message) {
        add(new Issue(code, severity, place, line, column, record, cut(value), message), -1);
    }

    /** Reports an issue; {@link #issues(Lines)} finds the line where only the byte is known. */
    public void add(Issue issue) {
        add(new Issue(issue.code(), issue.severity(), issue.file(), issue.line(), issue.column(), issue.offset(),
            issue.pointer(), issue.record(), cut(issue.value()), issue.message()), -1);
    }

    /** Reports an issue of a record that begins at a byte; line 0 means that {@link #issues(Lines)} finds the line. */
    public void addAt(Severity severity, String code, long line, long column, long offset, String pointer, String record,
        String value, String message) {
        add(new Issue(code, severity, file, line, column, offset, pointer, record, cut(value), message), -1);
    }

    /** Reports a record that repeats an earlier one, which begins at the byte {@code first}. */
    public void addRepeated(Severity severity, String code, long offset, long first, String pointer, String record,
        String message) {
        add(new Issue(code, severity, file, 0, 0, offset, pointer, record, cut(record), message), first);
    }

    private void add(Issue issue, long first) {
        tally.add(issue.severity(), issue.code(), 1);
        if (++count <= KEPT) {
            entries.add(new Entry(issue, first));
        }
    }

    /** Whether an issue that is reported next is kept, so that it is worth while to find out where it is. */
    public boolean keeps() {
        return count < KEPT;
    }

    /** The exception that refuses the file. */
    public FormatException refuse(String code, long line, long column, String record, String value, String message) {
        return new FormatException(issue(Severity.ERROR, code, line, column, record, value, message));
    }

    private Issue issue(Severity severity, String code, long line, long column, String record, String value,
        String message) {
        return new Issue(code, severity, file, line, column, record, cut(value), message);
    }

    /** The issues kept, in the order of their report. */
    public List<Issue> issues() {
        return entries.stream().map(Entry::issue).toList();
    }

    /** The issues kept, in the order of their report, with the lines of those of which only the byte was known. */
    public List<Issue> issues(Lines lines) throws IOException {
        Map<String, TreeSet<Long>> offsets = new HashMap<>();
        for (Entry entry : entries) {
            if (isUnplaced(entry)) {
                TreeSet<Long> ofFile = offsets.computeIfAbsent(entry.issue.file(), first -> new TreeSet<>());
                ofFile.add(entry.issue.offset());
                if (entry.first >= 0) {
                    ofFile.add(entry.first);
                }
            }
        }
        Map<String, LineIndex> found = new HashMap<>();
        for (Map.Entry<String, TreeSet<Long>> file : offsets.entrySet()) {
            found.put(file.getKey(), lines.of(file.getKey(), file.getValue().stream().mapToLong(Long::longValue).toArray()));
        }
        return entries.stream().map(entry -> isUnplaced(entry) ? placed(entry, found.get(entry.issue.file())) : entry.issue)
            .toList();
    }

    private static boolean isUnplaced(Entry entry) {
        return entry.issue.line() == 0 && entry.issue.offset() >= 0;
    }

    private static Issue placed(Entry entry, LineIndex lines) {
        LineIndex.Place place = lines.place(entry.issue.offset());
        Issue issue = entry.issue.at(place.line(), place.column());
        return entry.first < 0 ? issue : new Issue(issue.code(), issue.severity(), issue.file(), issue.line(), issue.column(),
            issue.offset(), issue.pointer(), issue.record(), issue.value(), issue.message() + " The first stands in line "
                + lines.place(entry.first).line() + ".");
    }

    private static String cut(String value) {
        return value.length() <= VALUE_LENGTH ? value : value.substring(0, VALUE_LENGTH - 1) + '\u2026';
    }
}
