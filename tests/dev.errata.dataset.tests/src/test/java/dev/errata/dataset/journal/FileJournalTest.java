package dev.errata.dataset.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.journal.Journal.Additions;

/** A damaged journal loses what is damaged, says so, and nothing else. */
class FileJournalTest extends JournalContract {

    @TempDir
    Path folder;

    @Override
    Journal open(String person) {
        return new FileJournal(folder, person, "host");
    }

    @Override
    void writeNewer() throws Exception {
        Files.write(folder.resolve("x.jsonl"), JournalLines.encode("{\"journal\":\"errata\",\"version\":2}"));
    }

    private Path write(JournalEntry... entries) throws Exception {
        try (FileJournal journal = new FileJournal(folder, "An\u00e0/..", "host name")) {
            for (JournalEntry entry : entries) {
                journal.append(entry, journal.since(null).next());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().get(0);
        }
    }

    private Additions read() throws Exception {
        try (FileJournal journal = new FileJournal(folder, "ben", "host")) {
            return journal.since(null);
        }
    }

    @Test
    void fileAndLinesAreNamedAndNumbered() throws Exception {
        Path file = write(entry("a", 1), entry("b", 2));
        assertTrue(file.getFileName().toString().matches("an_..-host_name-[0-9a-f-]{36}\\.jsonl"), file.toString());
        assertTrue(Files.readString(file).lines().skip(1).allMatch(line -> line.matches("\\d{6} [0-9a-f]{8} \\{.*}")));
    }

    @Test
    void nothingIsWrittenBeforeTheFirstChange() throws Exception {
        try (FileJournal journal = new FileJournal(folder.resolve("journal"), "ana", "host")) {
            assertEquals(List.of(), journal.since(null).entries());
        }
        assertFalse(Files.exists(folder.resolve("journal")));
    }

    @Tag("case-73")
    @Test
    void aTornTailLosesTheTornLineOnly() throws Exception {
        List<JournalEntry> entries = List.of(entry("a", 1), entry("b", 2), entry("c", 3));
        Path file = write(entries.toArray(JournalEntry[]::new));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int lines = (int) new String(whole, 0, length, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
            Additions read = read();
            assertEquals(entries.subList(0, Math.max(0, lines - 1)), read.entries(), "cut at " + length);
            boolean clean = length == 0 || whole[length - 1] == '\n';
            assertEquals(clean ? 0 : 1, read.issues().size(), "cut at " + length);
            if (!clean) {
                JournalIssue issue = read.issues().get(0);
                assertEquals(length, issue.offset() + issue.length());
                assertTrue(issue.offset() == 0 || whole[(int) issue.offset() - 1] == '\n');
            }
        }
    }

    @Tag("case-73")
    @Test
    void everyFlippedBitIsNoticedAndTheOtherLinesCount() throws Exception {
        List<JournalEntry> entries = Stream.of("a", "b", "c")
            .map(id -> new JournalEntry(id, 1, "ana", 1, "", "", "", List.of())).toList();
        Path file = write(entries.toArray(JournalEntry[]::new));
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (1 << bit);
                Files.write(file, damaged);
                Additions read = read();
                assertFalse(read.issues().isEmpty(), "byte " + at + ", bit " + bit);
                assertTrue(entries.containsAll(read.entries()), "byte " + at + ", bit " + bit);
                assertTrue(read.entries().size() >= 2, "byte " + at + ", bit " + bit + ": " + read.issues());
            }
        }
    }

    @Test
    void aLineThatIsStillBeingWrittenIsReadWhenItIsWhole() throws Exception {
        Path file = write(entry("a", 1));
        byte[] line = JournalLines.encode(EntryText.write(entry("b", 2)));
        try (FileJournal reader = new FileJournal(folder, "ben", "host")) {
            Additions before = reader.since(null);
            Files.write(file, Arrays.copyOf(line, 40), StandardOpenOption.APPEND);
            Additions half = reader.since(before.next());
            assertEquals(List.of(), half.entries());
            assertEquals(List.of(), half.issues());
            Files.write(file, Arrays.copyOfRange(line, 40, line.length), StandardOpenOption.APPEND);
            assertEquals(List.of(entry("b", 2)), reader.since(half.next()).entries());
        }
    }

    @Test
    void aNewerVersionIsToldAndWhatIsKnownIsRead() throws Exception {
        Files.write(folder.resolve("x.jsonl"), JournalLines.encode("{\"journal\":\"errata\",\"version\":2}"));
        JournalEntry known = entry("a", 1);
        String json = EntryText.write(known).replace("\"changes\"", "\"mood\":[1,{}],\"changes\"");
        Files.write(folder.resolve("x.jsonl"), JournalLines.encode(json), StandardOpenOption.APPEND);
        Additions read = read();
        assertTrue(read.newer());
        assertEquals(List.of(known), read.entries());
    }

    @Test
    void wholeLinesThatAreNoEntriesAreReported() throws Exception {
        Path file = write(entry("a", 1));
        for (String json : List.of("", "[]", "{}", "{\"id\":\"b\"}", "{\"id\":1,\"t\":1,\"by\":\"x\",\"changes\":[]}", "nonsense",
            "{\"id\":\"b\",\"t\":1,\"by\":\"x\",\"changes\":[{}]}", "{\"id\":\"b\",\"id\":\"c\"}",
            "{\"id\":\"b\",\"t\":1e3,\"by\":\"x\",\"changes\":[]}", "[".repeat(5000))) {
            Files.write(file, JournalLines.encode(json), StandardOpenOption.APPEND);
        }
        Additions read = read();
        assertEquals(List.of(entry("a", 1)), read.entries());
        assertEquals(10, read.issues().size());
    }

    @Test
    void aLongLineHasALongerNumber() throws Exception {
        JournalEntry large = new JournalEntry("a", 1, "ana", 1, "x".repeat(1_200_000), "", "", List.of());
        write(large);
        assertEquals(List.of(large), read().entries());
        assertEquals(List.of(), read().issues());
    }
}
