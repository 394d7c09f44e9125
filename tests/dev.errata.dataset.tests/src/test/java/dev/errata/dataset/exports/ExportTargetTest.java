package dev.errata.dataset.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.errata.dataset.CancelAfter;
import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;

/** What an export may replace. */
class ExportTargetTest {

    @TempDir
    Path folder;
    private Path dataset;

    @BeforeEach
    void make() throws Exception {
        Path labels = Files.writeString(folder.resolve("small.json"), SmallDataset.LABELS);
        dataset = folder.resolve("dataset");
        new ImportDataset(dataset, labels).run(Progress.NONE);
    }

    private void export(Path to) throws Exception {
        try (OpenDataset open = OpenDataset.open(dataset, Progress.NONE)) {
            new ExportDataset(open, "coco").run(to, Progress.NONE);
        }
    }

    /** Neither a folder nor a file that is called as an archive and is none. */
    @ParameterizedTest
    @CsvSource({"coco, labels.tar.gz", "coco, labels.tar", "coco, labels.TGZ", "voc, labels.tar.gz", "voc, labels.gz"})
    void archivesOfOtherKindsAreRefused(String format, String name) throws Exception {
        try (OpenDataset open = OpenDataset.open(dataset, Progress.NONE)) {
            ExportDataset exporting = new ExportDataset(open, format);
            String message = assertThrows(DatasetException.class, () -> exporting.run(folder.resolve(name), Progress.NONE))
                .getMessage();
            assertTrue(message.contains(".zip"), message);
        }
        assertEquals(Set.of("small.json", "dataset"), names());
    }

    /** The link stays, and what it leads to has the labels. */
    @Test
    void aLinkIsFollowed() throws Exception {
        Path real = Files.writeString(Files.createDirectory(folder.resolve("v3")).resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("labels.json"), real);
        export(link);
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(real).contains("\"annotations\""));
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere.json"), folder.resolve("v4/real.json"));
        assertTrue(assertThrows(DatasetException.class, () -> export(nowhere)).getMessage().contains("leads nowhere"));
        assertTrue(Files.isSymbolicLink(nowhere));
    }

    /** Wherever it is stopped, the labels and what was kept of them are those of before, and nothing else is there. */
    @Test
    void labelsAndTheirRestAreReplacedTogether() throws Exception {
        Path labels = Files.writeString(folder.resolve("labels.zip"), "before");
        Path rest = Files.writeString(Sidecar.beside(labels), "rest of before");
        int polls = 0;
        try (OpenDataset open = OpenDataset.open(dataset, Progress.NONE)) {
            while (isStopped(open, labels, polls)) {
                assertEquals("before", Files.readString(labels));
                assertEquals("rest of before", Files.readString(rest));
                assertEquals(Set.of("labels.zip", rest.getFileName().toString(), "small.json", "dataset"), names());
                polls++;
            }
        }
        assertTrue(polls > 3, "" + polls);
        assertTrue(Files.size(labels) > 100 && Files.size(rest) > 100);
    }

    private static boolean isStopped(OpenDataset open, Path to, int polls) throws Exception {
        try {
            new ExportDataset(open, "voc").run(to, new CancelAfter(polls));
            return false;
        } catch (CancellationException stopped) {
            return true;
        }
    }

    private Set<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** The system's own: whoever may, like root, would replace it for everybody. */
    @Test
    void aPipeIsNeverReplaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        assertTrue(assertThrows(DatasetException.class, () -> export(pipe)).getMessage().contains("pipe"));
        assertTrue(Files.readAttributes(pipe, "isOther", LinkOption.NOFOLLOW_LINKS).get("isOther").equals(true));
    }

    @Test
    void whyNothingCanBeWrittenIsToldOfTheFolder() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"), PosixFilePermissions.asFileAttribute(
            PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeTrue(!Files.isWritable(closed), "nothing is closed to this user");
        String message = assertThrows(DatasetException.class, () -> export(closed.resolve("x.json"))).getMessage();
        assertTrue(message.endsWith("closed: permission denied"), message);
        try (Stream<Path> files = Files.list(closed)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
