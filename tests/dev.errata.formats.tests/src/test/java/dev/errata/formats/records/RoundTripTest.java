package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelEdit.Removed;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;

/**
 * Every format, with every line end, encoding and packing: what is not edited keeps its bytes, a new class changes the bytes of
 * the class alone, a moved box those of its numbers; a record that goes takes one range with it, and a new one brings one.
 */
class RoundTripTest {

    private static final String LONG = "hippopotamus";
    private static final String COCO = "{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 200, \"height\": 100}, "
        + "{\"id\": 2, \"file_name\": \"b.jpg\", \"width\": 400, \"height\": 500}, {\"id\": 3, \"file_name\": \"c.jpg\", "
        + "\"width\": 40, \"height\": 50}], \"categories\": [{\"id\": 1, \"name\": \"cat\"}, {\"id\": 2, \"name\": \"" + LONG
        + "\"}], \"annotations\": [%s]}";
    private static final String RECORD = "{\"id\": %d, \"image_id\": %d, \"category_id\": %d, \"bbox\": [%s, 21, 32, 44]}";

    @TempDir
    Path folder;

    /** How a set of files is turned into another that says the same. */
    private enum Manner {
        LF, CRLF, CR, MARK, UTF16, GZIP, ZIP, FOLDER;

        private String text(String lf) {
            return switch (this) {
                case CRLF -> lf.replace("\n", "\r\n");
                case CR -> lf.replace("\n", "\r");
                case MARK, UTF16 -> "\uFEFF" + lf;
                default -> lf;
            };
        }

        Charset charset() {
            return this == UTF16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        }

        /** Whether an inserted text ends its lines as all others do. */
        boolean keepsLines(String inserted) {
            return switch (this) {
                case CRLF -> inserted.replace("\r\n", "").matches("[^\r\n]*");
                case CR -> inserted.indexOf('\n') < 0;
                default -> inserted.indexOf('\r') < 0;
            };
        }
    }

    static Stream<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (LabelFormat format : Formats.all()) {
            for (Manner manner : Manner.values()) {
                boolean fits = manner != Manner.GZIP || !format.manyFiles();
                if (fits && !format.name().equals("classes-folder")) {
                    all.add(Arguments.of(format.name(), manner));
                }
            }
        }
        return all.stream();
    }

    private Path source(LabelFormat format, Manner manner) throws IOException {
        String records = String.join(", ", RECORD.formatted(1, 1, 1, "10.5"), RECORD.formatted(2, 1, 2, "20.25"),
            RECORD.formatted(3, 1, 1, "30"), RECORD.formatted(4, 2, 2, "300.125"));
        Path coco = Files.writeString(folder.resolve("coco.json"), COCO.formatted(records));
        GroundTruth truth = Formats.named("coco").orElseThrow().readGroundTruth(coco, Progress.NONE);
        Path written = Files.createDirectory(folder.resolve("written"));
        format.write(truth, LabelSink.folder(written), Progress.NONE);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(written)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.write(file, manner.text(Files.readString(file)).getBytes(manner.charset()));
        }
        if (manner == Manner.ZIP) {
            Path zip = folder.resolve("labels.zip");
            try (OutputStream out = Files.newOutputStream(zip); LabelSink sink = LabelSink.archive(out)) {
                for (Path file : files) {
                    try (OutputStream entry = sink.file(written.relativize(file).toString())) {
                        Files.copy(file, entry);
                    }
                }
            }
            return zip;
        }
        if (manner == Manner.GZIP) {
            Path packed = folder.resolve(files.getFirst().getFileName() + ".gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                Files.copy(files.getFirst(), out);
            }
            return packed;
        }
        return format.manyFiles() || manner == Manner.FOLDER ? written : files.getFirst();
    }

    /** The texts of all files, by name. */
    private static Map<String, String> texts(Path path, Manner manner) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (manner == Manner.GZIP) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
                texts.put("", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            return texts;
        }
        try (LabelTree tree = LabelTree.of(path)) {
            for (String name : tree.names()) {
                try (InputStream in = tree.open(name)) {
                    texts.put(tree.isSingle() ? "" : name, new String(in.readAllBytes(), manner.charset()));
                }
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyWhatIsEditedChanges(String name, Manner manner) throws IOException {
        LabelFormat format = Formats.named(name).orElseThrow();
        Path source = source(format, manner);
        assertEquals(name, Formats.detect(source).name());
        GroundTruth truth = format.readGroundTruth(source, Progress.NONE);
        assertEquals(4, truth.counts().imported());
        assertEquals(texts(source, manner), texts(written(format, source, truth, List.of()), manner));
        AnnotationColumns columns = truth.annotations();
        for (int row = 0; row < columns.rowLimit(); row++) {
            int position = columns.position(row);
            int other = 1 - columns.label(row);
            Difference label = difference(format, source, truth, manner, new Changed(position, other, null, null, null, null));
            assertTrue(className(format, truth, columns.label(row)).contains(label.before), label.toString());
            assertTrue(className(format, truth, other).contains(label.after), label.toString());
            if (!name.equals("classes-csv")) {
                double[] box = {columns.x(row) + 1.25, columns.y(row), columns.width(row), columns.height(row)};
                Difference moved = difference(format, source, truth, manner, new Changed(position, null, box, null, null, null));
                assertTrue(!moved.before.contains("cat") && !moved.before.contains(LONG), moved.toString());
                assertTrue(!moved.before.equals(moved.after) && moved.before.length() < 130, moved.toString());
                assertTrue(name.equals("voc") || moved.before.matches("[^\r\n]*"), moved.toString());
            }
            Difference gone = difference(format, source, truth, manner, new Removed(position));
            assertEquals("", gone.after);
            assertTrue(gone.before.length() < 400, gone.toString());
        }
        for (int image = 0; image < truth.images().size(); image++) {
            Difference added = difference(format, source, truth, manner, new Added(77, image, 1, new double[] {1, 2, 3, 4},
                List.of(), Map.of(), false));
            assertEquals("", added.before);
            boolean fileWithoutLines = format.manyFiles() && columns.begin(image) == columns.end(image) && !name.equals("voc");
            assertTrue(added.after.length() > 5 && (fileWithoutLines || manner.keepsLines(added.after)), added.toString());
        }
    }

    private static String className(LabelFormat format, GroundTruth truth, int label) {
        return switch (format.name()) {
            case "yolo" -> Integer.toString(label);
            case "coco" -> Long.toString(truth.classes().get(label).originalId());
            default -> truth.classes().get(label).name();
        };
    }

    private int count;

    private Path written(LabelFormat format, Path source, GroundTruth truth, List<LabelEdit> edits) throws IOException {
        Path target = Files.createDirectory(folder.resolve("edited" + count++));
        if (Files.isDirectory(source)) {
            format.writeEdited(source, truth, edits, LabelSink.folder(target));
            return target;
        }
        Path file = target.resolve(source.getFileName());
        try (OutputStream out = Files.newOutputStream(file)) {
            format.writeEdited(source, truth, edits, out);
        }
        return file;
    }

    /** What stands in one file before and after, what both begin and end with left out. */
    private record Difference(String before, String after) {

        static Difference of(String before, String after) {
            int least = Math.min(before.length(), after.length());
            int begin = 0;
            while (begin < least && before.charAt(begin) == after.charAt(begin)) {
                begin++;
            }
            int end = 0;
            while (end < least - begin && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
                end++;
            }
            return new Difference(before.substring(begin, before.length() - end), after.substring(begin, after.length() - end));
        }
    }

    private Difference difference(LabelFormat format, Path source, GroundTruth truth, Manner manner, LabelEdit edit)
        throws IOException {
        Path written = written(format, source, truth, List.of(edit));
        Map<String, String> before = texts(source, manner);
        Map<String, String> after = texts(written, manner);
        assertEquals(before.keySet(), after.keySet());
        after.keySet().removeIf(file -> before.get(file).equals(after.get(file)));
        assertEquals(1, after.size(), format.name() + " " + edit);
        String file = after.keySet().iterator().next();
        long more = edit instanceof Added ? 1 : edit instanceof Removed ? -1 : 0;
        assertEquals(truth.counts().imported() + more, format.readGroundTruth(written, Progress.NONE).counts().imported());
        return Difference.of(before.get(file), after.get(file));
    }
}
