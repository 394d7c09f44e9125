package dev.errata.dataset.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.errata.dataset.journal.Journal.Additions;
import dev.errata.dataset.journal.Journal.Cursor;

/**
 * What a journal consists of, wherever it is kept: entries, and heads, which say which program writes here and in which version
 * of the format.
 */
public final class JournalRecords {

    /** The version of the format that this program writes. */
    public static final int VERSION = 1;

    private static final String HEAD = "journal";
    private static final String ENDED = "ended";

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<JournalIssue> issues = new ArrayList<>();
    private boolean newer;
    private boolean ended;

    /**
     * The head of what a program writes, as JSON.
     *
     * @param ended whether nothing is to be written behind it: the changes were moved elsewhere
     */
    public static String head(String person, String host, boolean ended) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put(HEAD, "errata");
        head.put("version", VERSION);
        head.put("person", person);
        head.put("host", host);
        if (ended) {
            head.put(ENDED, true);
        }
        return Json.write(head);
    }

    /**
     * Takes a record.
     *
     * @throws IOException if it is neither an entry nor a head; the message says what is wrong with it
     */
    public void add(Object json) throws IOException {
        if (json instanceof Map<?, ?> head && head.containsKey(HEAD)) {
            newer |= !(head.get("version") instanceof Long version) || version > VERSION;
            ended = Boolean.TRUE.equals(head.get(ENDED));
        } else {
            entries.add(EntryText.read(json));
        }
    }

    public void addIssue(JournalIssue issue) {
        issues.add(issue);
    }

    /** All that was taken. */
    public Additions until(Cursor next) {
        return new Additions(entries, issues, next, newer, ended);
    }
}
