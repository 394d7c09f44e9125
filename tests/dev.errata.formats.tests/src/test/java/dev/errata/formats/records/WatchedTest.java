package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;

/** Reading and writing of every format: the work announced is the work reported, and it stops at any moment. */
class WatchedTest {

    private static final int IMAGES = 4000;
    private static final int FILES = 300;
    /** So many records are told of at once. */
    private static final int STEP = 1024;

    @TempDir
    Path folder;

    /** Adds up what is reported, and asks to stop after some reports. */
    private static final class Watch implements Progress {

        private final int stopAfter;
        private final List<Long> totals = new ArrayList<>();
        private final List<Long> done = new ArrayList<>();
        private int reports;
        private long records;

        Watch(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void begin(String task, long total) {
            totals.add(total);
            done.add(0L);
        }

        @Override
        public void advance(long amount) {
            reports += amount > 0 ? 1 : 0;
            done.set(done.size() - 1, done.getLast() + amount);
        }

        @Override
        public void records(long count) {
            records += count;
        }

        @Override
        public boolean cancelled() {
            return reports >= stopAfter;
        }
    }

    static List<String> formats() {
        return Formats.all().stream().map(LabelFormat::name).filter(name -> !name.equals("classes-folder")).toList();
    }

    /** Labels of many images, some megabytes of them. */
    private Path coco(int count) throws IOException {
        StringBuilder text = new StringBuilder("{\"images\": [");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ", ").append("{\"id\": ").append(i).append(", \"file_name\": \"" + "long-".repeat(20))
                .append(i).append(".jpg\", \"width\": 100, \"height\": 100}");
        }
        text.append("], \"categories\": [{\"id\": 1, \"name\": \"cat\"}, {\"id\": 2, \"name\": \"dog\"}], \"annotations\": [");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ", ").append("{\"id\": ").append(i).append(", \"image_id\": ").append(i)
                .append(", \"category_id\": 1, \"bbox\": [1, 2, 3, 4]}");
        }
        return Files.writeString(folder.resolve("coco.json"), text.append("]}"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readingAndWritingCanBeWatchedAndStopped(String name) throws IOException {
        LabelFormat format = Formats.named(name).orElseThrow();
        int count = format.manyFiles() && !name.equals("fiftyone") ? FILES : IMAGES;
        GroundTruth coco = Formats.named("coco").orElseThrow().readGroundTruth(coco(count), Progress.NONE);
        Path written = Files.createDirectory(folder.resolve("written"));
        Watch whole = new Watch(Integer.MAX_VALUE);
        format.write(coco, LabelSink.folder(written), whole);
        assertEquals(List.of((long) count), whole.totals);
        assertEquals(whole.totals, whole.done);
        assertThrows(CancellationException.class,
            () -> format.write(coco, LabelSink.folder(folder.resolve("stopped")), new Watch(100)));

        Path source = format.manyFiles() ? written : only(written);
        watchReading(format, source, count);
        if (!format.manyFiles()) {
            Path packed = folder.resolve("packed.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                Files.copy(source, out);
            }
            Watch watch = new Watch(Integer.MAX_VALUE);
            format.readGroundTruth(packed, watch);
            assertEquals(watch.totals, watch.done);
        }
        edit(format, source);
    }

    private static void watchReading(LabelFormat format, Path source, int count) throws IOException {
        Watch whole = new Watch(Integer.MAX_VALUE);
        assertEquals(count, format.readGroundTruth(source, whole).counts().imported());
        assertEquals(1, whole.totals.size());
        assertTrue(whole.records <= count && whole.records > count - STEP, whole.records + " records");
        assertEquals(whole.totals, whole.done);
        Watch stopped = new Watch(1);
        assertThrows(CancellationException.class, () -> format.readGroundTruth(source, stopped));
        assertTrue(stopped.done.getFirst() < whole.done.getFirst(), "stopped at the end only");
    }

    private void edit(LabelFormat format, Path source) throws IOException {
        GroundTruth truth = format.readGroundTruth(source, Progress.NONE);
        AnnotationColumns columns = truth.annotations();
        List<LabelEdit> edits = List.of(new LabelEdit.Changed(columns.position(0), 0, null, null, null, null));
        Watch watch = new Watch(Integer.MAX_VALUE);
        format.writeEdited(source, truth, edits, image -> Optional.empty(), LabelSink.folder(Files.createDirectory(
            folder.resolve("edited"))), watch);
        assertTrue(Math.abs(watch.done.getLast() - watch.totals.getLast()) < 100, watch.done + " of " + watch.totals);
        int writing = watch.reports - 1;
        for (int stop : new int[] {1, writing}) {
            assertThrows(CancellationException.class, () -> format.writeEdited(source, truth, edits,
                image -> Optional.empty(), LabelSink.folder(Files.createDirectory(folder.resolve("stopped" + stop))),
                new Watch(stop)));
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
