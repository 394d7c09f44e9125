package dev.errata.dataset.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.errata.dataset.journal.Journal.Additions;
import dev.errata.dataset.journal.Journal.Cursor;

/** What every journal does, wherever it is kept. */
abstract class JournalContract {

    private static final int WRITERS = 4;
    private static final int EACH = 40;

    /** The one journal of a test, as one more program opens it. */
    abstract Journal open(String person) throws Exception;

    /** What a program of the next version leaves in the journal. */
    abstract void writeNewer() throws Exception;

    static JournalEntry entry(String id, long lamport) {
        return new JournalEntry(id, lamport, "ana", 1_000, "Relabel \u00e4\n\"Annotation\"", "why \u2014 \ud83d\udc1e", "",
            List.of(JournalChange.of(JournalChange.SET, "", 3, 1193, "label", 2, 5),
                new JournalChange(JournalChange.ADD, "draft/x", 4, -7, "", null,
                    Map.of("box", new double[] {0.1, 2, 3e-300, 4}), "base:0", List.of("other:1"))));
    }

    /** Reads on until there is nothing between, and appends. */
    static Cursor append(Journal journal, Cursor read, JournalEntry entry) throws Exception {
        Cursor from = read;
        Optional<Cursor> appended = journal.append(entry, from);
        while (appended.isEmpty()) {
            from = journal.since(from).next();
            appended = journal.append(entry, from);
        }
        return appended.get();
    }

    @Test
    void entriesComeBackAsTheyWere() throws Exception {
        try (Journal ana = open("An\u00e0/.."); Journal ben = open("ben")) {
            Cursor read = append(ana, ana.since(null).next(), entry("a", 1));
            append(ana, read, entry("b", 2));
            Additions additions = ben.since(null);
            assertEquals(List.of(entry("a", 1), entry("b", 2)), additions.entries());
            assertEquals(List.of(), additions.issues());
            assertFalse(additions.newer());
            assertFalse(additions.ended());
        }
    }

    @Test
    void strangeTextsAreKept() throws Exception {
        JournalEntry strange = new JournalEntry("a", 1, "half \ud83d", 1, "null \0", "\u2028\ufffe\\", "", List.of());
        try (Journal ana = open("half \udc1e and \0"); Journal ben = open("ben")) {
            append(ana, ana.since(null).next(), strange);
            Additions additions = ben.since(null);
            assertEquals(List.of(), additions.issues());
            JournalEntry read = additions.entries().getFirst();
            assertEquals("half ?", read.author());
            assertEquals(strange.label(), read.label());
            assertEquals(strange.reason(), read.reason());
        }
    }

    @Test
    void aReaderGoesOnWhereItStopped() throws Exception {
        try (Journal writer = open("ana"); Journal reader = open("ben")) {
            Additions nothing = reader.since(null);
            Cursor read = append(writer, writer.since(null).next(), entry("a", 1));
            Additions first = reader.since(nothing.next());
            assertEquals(List.of(entry("a", 1)), first.entries());
            append(writer, read, entry("b", 2));
            Additions second = reader.since(first.next());
            assertEquals(List.of(entry("b", 2)), second.entries());
            assertEquals(List.of(), reader.since(second.next()).entries());
        }
    }

    @Test
    void newerEntriesAreToldAndWhatIsKnownIsRead() throws Exception {
        try (Journal ana = open("ana")) {
            append(ana, ana.since(null).next(), entry("a", 1));
        }
        writeNewer();
        try (Journal ben = open("ben")) {
            Additions additions = ben.since(null);
            assertTrue(additions.newer());
            assertEquals(List.of(entry("a", 1)), additions.entries());
        }
    }

    /** Readers poll while writers write: each ends with exactly what was written, and an author's entries in their order. */
    @Test
    void everyReaderEndsWithEverythingThatWasWritten() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writer(writer)));
            }
            List<Future<List<String>>> readers = List.of(threads.submit(this::readAll), threads.submit(this::readAll));
            for (Future<Void> writer : writers) {
                writer.get();
            }
            for (Future<List<String>> reader : readers) {
                List<String> ids = reader.get().stream().distinct().toList();
                assertEquals(WRITERS * EACH, ids.size());
                for (int writer = 0; writer < WRITERS; writer++) {
                    String prefix = writer + "-";
                    List<String> own = ids.stream().filter(id -> id.startsWith(prefix)).toList();
                    assertEquals(own.stream().sorted().toList(), own);
                }
            }
            assertSame(readers.stream().map(JournalContract::get).toList());
        }
    }

    /** What several readers met, in their order. */
    void assertSame(List<List<String>> read) {
        Set<Set<String>> contents = read.stream().map(Set::copyOf).collect(Collectors.toSet());
        assertEquals(1, contents.size());
    }

    private static <T> T get(Future<T> done) {
        return done.resultNow();
    }

    private Callable<Void> writer(int number) {
        return () -> {
            try (Journal journal = open("writer" + number)) {
                Cursor read = journal.since(null).next();
                for (int i = 0; i < EACH; i++) {
                    read = append(journal, read, entry(String.format(Locale.ROOT, "%d-%03d", number, i), i));
                }
            }
            return null;
        };
    }

    private List<String> readAll() throws Exception {
        List<String> ids = new ArrayList<>();
        try (Journal journal = open("reader")) {
            Cursor cursor = null;
            while (Set.copyOf(ids).size() < WRITERS * EACH) {
                Additions additions = journal.since(cursor);
                assertEquals(List.of(), additions.issues());
                additions.entries().forEach(entry -> ids.add(entry.id()));
                cursor = additions.next();
                Thread.onSpinWait();
            }
        }
        return ids;
    }
}
