package dev.errata.formats.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.files.LabelTree;

/** Where an archive begins to be one that was made to harm. */
class ArchiveLimitsTest {

    @Tag("case-65")
    @ParameterizedTest
    @CsvSource({"1048576,1,false", "1048577,1,true", "100000000,1000000,false", "102000000,1000000,true", "5000000,0,true"})
    void aHundredTimesIsTheMost(long plain, long packed, boolean bomb) {
        assertEquals(bomb, ArchiveLimits.isBomb(plain, packed));
    }

    @Tag("case-65")
    @ParameterizedTest
    @CsvSource({"100000,1,false", "100001,12000000,true", "236000,46000000,false", "2000001,9000000000000,true"})
    void manyFilesMustBeExplainedByTheArchive(long files, long packed, boolean tooMany) {
        assertEquals(tooMany, ArchiveLimits.isTooMany(files, packed));
    }

    @Tag("case-65")
    @ParameterizedTest
    @CsvSource({"0,zip.bomb", "90,"})
    void manyEmptyFilesAreRefusedAndManyLabelsAreNot(int length, String code, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("labels.zip");
        StringBuilder sizes = new StringBuilder();
        String label = "0 0.5 0.5 0.1 0.1\n".repeat(5).substring(0, length);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
            ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (int name = 0; name < 110_000; name++) {
                zip.putNextEntry(new ZipEntry(name + ".txt"));
                zip.write(label.getBytes(StandardCharsets.UTF_8));
                sizes.append(name).append(".jpg\t640\t480\n");
            }
            if (length > 0) {
                zip.putNextEntry(new ZipEntry(LabelTree.SIZES));
                zip.write(sizes.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        if (code == null) {
            try (LabelTree tree = LabelTree.of(file)) {
                assertEquals(110_001, tree.names().size());
                // each is looked for among all files, which takes no time that grows with their square
                long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                assertEquals(110_000, tree.pictures().size());
                long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
                assertTrue(took < 3_000_000_000L, took + " ns");
            }
        } else {
            Issue issue = assertThrows(FormatException.class, () -> LabelTree.of(file)).issue();
            assertEquals(code + " " + file, issue.code() + " " + issue.file());
        }
    }
}
