package dev.errata.dataset.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.matching.Matching;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.matching.Profile;
import dev.errata.formats.fields.FieldType;

/** Filters on frames of a real BDD100K video with the predictions of a real detector. */
class FilteredDatasetTest {

    @TempDir
    Path temporary;
    OpenDataset dataset;
    FieldSet fields;

    @BeforeEach
    void open() throws Exception {
        Path folder = temporary.resolve("track");
        new ImportDataset(folder, resource("track_labels.json")).run("m", resource("track_predictions.json"))
            .run(Progress.NONE);
        dataset = OpenDataset.open(folder, Progress.NONE);
        fields = dataset.fields(Progress.NONE);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private Path resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(getClass().getResource("/scalabel/" + name), name).toURI());
    }

    private Evaluation evaluation() throws Exception {
        return dataset.evaluations().of(dataset.run("m"), Progress.NONE);
    }

    private Evaluation filtered(String filter) throws Exception {
        dataset.evaluations().setFilter(filter == null ? null : Filter.parse(filter, fields), Progress.NONE);
        return evaluation();
    }

    /** Counted by another program in the same files. */
    @Test
    void countsAreThoseOfTheFile() throws Exception {
        assertEquals(350, filtered(null).annotationCount());
        assertEquals(259, filtered("occluded = true").annotationCount());
        assertEquals(14, evaluation().ignoredAnnotations());
        assertEquals(23, filtered("truncated = true").annotationCount());
        assertEquals(2, filtered("class = car and occluded = true and truncated = true").annotationCount());
        assertEquals(91, filtered("occluded = false").annotationCount());
        assertEquals(12, filtered("label.class = motorcycle").annotationCount());
        assertEquals(224, filtered("frameIndex < 100").annotationCount());
        assertEquals(126, filtered("not frameIndex < 100").annotationCount());
        assertEquals(350, filtered("videoName = b1c66a42-6f7d68ca").annotationCount());
        assertEquals(0, filtered("videoName is missing").annotationCount());
    }

    @Test
    void imageFiltersAndTheirOppositesAddUp() throws Exception {
        long[][] all = counts(filtered(null).matrix());
        int predictions = evaluation().predictionCount();
        for (String filter : List.of("frameIndex < 73", "file contains 5", "frameIndex in (0, 30, 190)", "width is missing and "
            + "frameIndex >= 20", "videoName = nothing")) {
            String images = filter.replace("width", "image.width");
            long[][] one = counts(filtered(images).matrix());
            int passing = evaluation().predictionCount();
            long[][] other = counts(filtered("not (" + images + ")").matrix());
            for (int row = 0; row < all.length; row++) {
                for (int column = 0; column < all.length; column++) {
                    assertEquals(all[row][column], one[row][column] + other[row][column], filter);
                }
            }
            assertEquals(predictions, passing + evaluation().predictionCount());
        }
    }

    @Test
    void aCellCountsItsMembersUnderRandomFilters() throws Exception {
        Random random = new Random(11);
        int some = 0;
        for (int round = 0; round < 60; round++) {
            if (round % 20 == 10) {
                Matching matching = dataset.evaluations().matching().as(round < 20 ? Profile.COCO : Profile.FIFTYONE);
                dataset.evaluations().setMatching(matching, Progress.NONE);
            }
            Filter first = Filter.parse(random(random, 2), fields);
            Filter second = Filter.parse(random(random, 1), fields);
            dataset.evaluations().setFilter(null, Progress.NONE);
            List<MatchedPair> all = members(evaluation());
            Compared of = new Compared(dataset.annotations(), evaluation().predictions());
            dataset.evaluations().setFilter(first, Progress.NONE);
            Evaluation evaluation = evaluation();
            List<MatchedPair> passing = members(evaluation);
            assertEquals(all.stream().filter(pair -> includes(first, of, pair)).toList(), passing, first.text());
            assertEquals(passing.size(), evaluation.matrix().total());
            assertTrue(dataset.evaluations().filter().isPresent());
            some += passing.isEmpty() || passing.size() == all.size() ? 0 : 1;
            Filter both = Filter.parse("(" + first.text() + ") and (" + second.text() + ")", fields);
            Filter either = Filter.parse("(" + first.text() + ") or (" + second.text() + ")", fields);
            Filter neither = Filter.parse("not (" + first.text() + ") and not (" + second.text() + ")", fields);
            Filter opposite = Filter.parse("not (" + either.text() + ")", fields);
            for (MatchedPair pair : all) {
                boolean one = includes(first, of, pair);
                boolean other = includes(second, of, pair);
                assertEquals(one && other, includes(both, of, pair));
                assertEquals(one || other, includes(either, of, pair));
                assertEquals(includes(opposite, of, pair), includes(neither, of, pair));
            }
        }
        assertTrue(some > 30, "most filters must let some pass: " + some);
    }

    @Test
    void aSliceCountsWhatItsFilterSelects() throws Exception {
        for (String name : List.of("occluded", "truncated", "frameIndex", "class", "area", "confidence", "file", "label.height",
            "videoName")) {
            filtered(null);
            List<Slice> slices = Slices.of(evaluation(), fields.find(name));
            Evaluation all = evaluation();
            assertEquals(all.annotationCount() - all.ignoredAnnotations(), slices.stream().mapToLong(Slice::labels).sum(), name);
            assertEquals(all.predictionCount() - all.ignoredPredictions(),
                slices.stream().mapToLong(Slice::predictions).sum(), name);
            for (Slice slice : slices) {
                if (slice.filter() != null) {
                    Evaluation some = filtered(slice.filter());
                    assertEquals(some.annotationCount() - some.ignoredAnnotations(), slice.labels(), slice.filter());
                    assertEquals(some.predictionCount() - some.ignoredPredictions(), slice.predictions(), slice.filter());
                    assertEquals(some.matrix().total() - some.mismatchCount(), slice.agreed(), slice.filter());
                }
            }
        }
    }

    @Test
    void attributesThatSomebodyChangedCountAsTheyAreNow() throws Exception {
        Evaluation occluded = filtered("occluded = true");
        long[][] before = counts(occluded.matrix());
        long id = dataset.annotations().id(dataset.annotations().begin(3));
        String now = fields.find("occluded").text(new Compared(dataset.annotations(), occluded.predictions()),
            dataset.annotations().begin(3));
        dataset.commandStack().execute(LabelCommands.setAttribute(dataset, SmallDataset.annotation(dataset, id), "occluded",
            now.equals("true") ? "false" : "true"));
        assertEquals(now.equals("true") ? 258 : 260, occluded.annotationCount());
        assertEquals(members(occluded).size(), occluded.matrix().total());
        dataset.commandStack().undo();
        assertEquals(259, occluded.annotationCount());
        assertArrayEquals(before, counts(occluded.matrix()));
        dataset.commandStack().execute(LabelCommands.setAttribute(dataset, SmallDataset.annotation(dataset, id), "quality",
            "poor"));
        fields = dataset.fields(Progress.NONE);
        assertEquals(1, filtered("quality = poor").annotationCount());
        assertEquals(349, filtered("quality is missing").annotationCount());
        dataset.commandStack().undo();
        assertEquals(350, evaluation().annotationCount());
    }

    @Test
    void labelsThatWereAddedHaveNoAttributesYet() throws Exception {
        filtered("occluded is missing");
        assertEquals(0, evaluation().annotationCount());
        dataset.commandStack().execute(LabelCommands.add(dataset, 2, dataset.labelClass(0), new double[] {1, 1, 20, 20},
            List.of()));
        assertEquals(1, evaluation().annotationCount());
        assertEquals(members(evaluation()).size(), evaluation().matrix().total());
    }

    @Test
    void fieldsAreTypedAndSummarised() throws Exception {
        Compared of = new Compared(dataset.annotations(), null);
        assertEquals(FieldType.BOOLEAN, fields.find("truncated").type());
        FieldSummary occluded = FieldSummary.of(fields.find("occluded"), of, 5);
        assertEquals(350, occluded.total());
        assertEquals(List.of(new FieldSummary.Value("true", 259), new FieldSummary.Value("false", 91)), occluded.frequent());
        FieldSummary frames = FieldSummary.of(fields.find("frameIndex"), of, 5);
        assertEquals("0 200 21", frames.least() + " " + frames.greatest() + " " + frames.distinct());
        assertTrue(dataset.knownFields().isPresent());
        assertFalse(fields.all().isEmpty());
    }

    private static boolean includes(Filter filter, Compared of, MatchedPair pair) {
        return filter.includes(of, pair.image(), pair.annotation(), pair.prediction());
    }

    private String random(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            return switch (random.nextInt(3)) {
                case 0 -> "not (" + random(random, depth - 1) + ")";
                case 1 -> "(" + random(random, depth - 1) + ") and (" + random(random, depth - 1) + ")";
                default -> "(" + random(random, depth - 1) + ") or (" + random(random, depth - 1) + ")";
            };
        }
        List<Field> all = fields.all();
        Field field = all.get(random.nextInt(all.size()));
        Compared of = new Compared(dataset.annotations(), dataset.predictions(dataset.document().getRuns().getFirst()));
        int image = random.nextInt(dataset.imageCount());
        int row = Buckets.begin(field.owner(), of, image);
        String value = row < Buckets.end(field.owner(), of, image) ? field.text(of, row) : null;
        String name = Filter.quoted(field.fullName());
        if (value == null || random.nextInt(8) == 0) {
            return name + " is missing";
        }
        boolean numbers = field.type() == FieldType.NUMBER;
        String[] signs = numbers ? new String[] {"<", "<=", ">", ">=", "=", "!="} : new String[] {"=", "!="};
        return name + " " + signs[random.nextInt(signs.length)] + " " + Filter.quoted(value);
    }

    private static List<MatchedPair> members(Evaluation evaluation) {
        List<MatchedPair> members = new ArrayList<>();
        int background = evaluation.matrix().background();
        for (int row = 0; row <= background; row++) {
            for (int column = 0; column <= background; column++) {
                List<MatchedPair> cell = evaluation.cell(row, column);
                assertEquals(evaluation.matrix().count(row, column), cell.size());
                members.addAll(cell);
            }
        }
        return members;
    }

    private static long[][] counts(ConfusionMatrix matrix) {
        long[][] counts = new long[matrix.background() + 1][matrix.background() + 1];
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                counts[row][column] = matrix.count(row, column);
            }
        }
        return counts;
    }
}
