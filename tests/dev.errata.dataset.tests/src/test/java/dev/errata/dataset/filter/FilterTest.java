package dev.errata.dataset.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.fields.FieldCollector;

/** What filters mean, on four images of which each has one label and one prediction. */
class FilterTest {

    private static final String[] WEATHER = {"night", "rainy day", "night", null};
    private static final String[] TAKEN = {"2019-12-31 23:59:59", "2020-01-01", "2020-02-29T12:00:00Z", null};
    private static final String[] OCCLUDED = {"true", "false", null, "true"};
    private static final String[] SPEED = {"10", "20.5", "-3", null};

    private final FieldSet fields = fields();
    private final Compared of = compared();

    private static FieldSet fields() {
        return fields("train/", "val/");
    }

    private static FieldSet fields(String firstFolder, String secondFolder) {
        FieldCollector collector = new FieldCollector();
        for (int i = 0; i < 4; i++) {
            collector.image(i, "weather", WEATHER[i]);
            collector.image(i, "taken", TAKEN[i]);
            collector.label(i, "occluded", OCCLUDED[i]);
            collector.label(i, "speed", SPEED[i]);
            collector.label(i, "weather", i == 0 ? "odd" : null);
            collector.label(i, "width", "7");
        }
        List<GroundTruth.ImageEntry> images = IntStream.range(0, 4)
            .mapToObj(i -> new GroundTruth.ImageEntry((i < 2 ? firstFolder : secondFolder) + i + ".jpg", "" + i, 640,
                480)).toList();
        List<GroundTruth.ClassEntry> classes = List.of(new GroundTruth.ClassEntry("car", 1, ""),
            new GroundTruth.ClassEntry("traffic light", 2, ""));
        return FieldSet.of(new GroundTruth("coco", images, classes, compared().annotations(), AnnotationDetails.NONE, List.of(),
            new GroundTruth.RecordCounts(4, 4, 0, 0), IssueCounts.NONE), collector.table(), new LabelEdits());
    }

    private static Compared compared() {
        AnnotationRows labels = new AnnotationRows(4);
        PredictionRows predictions = new PredictionRows(4);
        for (int i = 0; i < 4; i++) {
            labels.add(100 + i, i % 2, 0, 0, 10 + i, 10, 10 * (10 + i), i == 3, i);
            predictions.add(0, 0, 0, 10, 10, i / 4.0, i);
        }
        int[] images = {0, 1, 2, 3};
        return new Compared(AnnotationColumns.grouped(4, images, labels), PredictionColumns.grouped(4, images, predictions));
    }

    /** The images whose pairs pass, as digits. */
    private String passing(String text) throws FilterException {
        Filter filter = Filter.parse(text, fields);
        StringBuilder passing = new StringBuilder();
        IntStream.range(0, 4).filter(i -> filter.includes(of, i, i, i)).forEach(passing::append);
        return passing.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "image.weather = night|02", "image.weather != night|13", "not image.weather = night|13",
        "image.weather = \"rainy day\"|1", "image.weather in (night, 'rainy day')|012",
        "image.weather not in (night)|13", "image.weather contains AIN|1", "image.weather not contains n|3",
        "image.weather is missing|3", "image.weather is not missing|012", "label.weather is missing|123",
        "taken < 2020|0", "taken = 2020|12", "taken >= 2020-02|2", "taken = 2020-02-29|2", "taken <= 2020-01-01|01",
        "taken > 2020-01-01|2", "taken = 2020-01-01T00:00|1", "taken != 2020|03",
        "occluded = true|03", "occluded = yes|03", "occluded = 0|1", "occluded != true|12", "occluded in (true, false)|013",
        "speed < 20|02", "speed <= 20.5|012", "speed > -3|01", "speed >= -3|012", "speed = 20.50|1", "speed in (10, -3)|02",
        "class = car|02", "class = 'traffic light'|13", "prediction.class = car|0123", "confidence >= 0.5|23",
        "folder = train|01", "file contains '2.'|2", "label.width > 11|23", "image.width = 640|0123", "area = 110|1",
        "crowd = true|3", "attributes.width = 7|0123",
        "occluded = true and speed > 0|0", "occluded = true or speed > 0|013", "occluded = true and not speed > 0|3",
        "speed > 0 and image.weather = night or crowd = true|03", "speed > 0 and (image.weather = night or crowd = true)|0",
        "NOT (occluded = TRUE OR taken IS MISSING)|12", "'occluded'==true|03"})
    void aFilterLetsPass(String filter, String images) throws FilterException {
        assertEquals(images == null ? "" : images, passing(filter));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "wether = night|1|do you mean", "aera > 4|1|do you mean area",
        "weather = night|1|image.weather or label.weather", "speed = fast|9|a number",
        "taken > yesterday|9|2020-12-31", "occluded = maybe|12|true or false", "folder < train|8|no order",
        "speed contains 3|7|a number", "speed|6|Expected =", "speed =|8|Expected a value", "speed = 3 4|11|Expected and",
        "folder = rainy day|16|quotes", "(speed = 3|11|Expected \")\"", "speed = 3)|10|Expected and", "speed = 3 and|14|name of",
        "speed in 3|10|Expected \"(\"", "speed in (3 4)|13|Expected \")\"", "speed is 3|10|Expected missing",
        "folder = \"train|10|closed nowhere", "speed ! 3|7|write !=", "|1|name of", "speed not = 3|11|Expected ="})
    void anErrorTellsWhereAndWhat(String filter, int column, String part) {
        String text = filter == null ? "" : filter;
        FilterException wrong = assertThrows(FilterException.class, () -> Filter.parse(text, fields));
        assertTrue(wrong.getMessage().contains(part), wrong.getMessage());
        assertEquals(column, wrong.column(), wrong.getMessage());
    }

    @Test
    void whatDoesNotExistIsNeitherYesNorNo() throws FilterException {
        for (String ofLabels : List.of("occluded = true", "not occluded = true", "occluded is missing", "speed < 1e9")) {
            assertFalse(Filter.parse(ofLabels, fields).includes(of, 0, -1, 0), ofLabels);
        }
        assertFalse(Filter.parse("confidence >= 0", fields).includes(of, 0, 0, -1));
        assertTrue(Filter.parse("image.weather = night", fields).includes(of, 0, -1, 0));
        assertTrue(Filter.parse("image.weather = night or occluded = true", fields).includes(of, 0, -1, 0));
        assertFalse(Filter.parse("image.weather = night and occluded = true", fields).includes(of, 0, -1, 0));
        assertFalse(Filter.parse("not (image.weather = night or occluded = true)", fields).includes(of, 1, -1, 1));
    }

    @Test
    void filtersOfImagesOnlyAreKnown() throws FilterException {
        assertTrue(Filter.parse("image.weather = night and not (taken < 2020 or folder is missing)", fields).ofImagesOnly());
        assertFalse(Filter.parse("image.weather = night or area > 3", fields).ofImagesOnly());
        assertFalse(Filter.parse("not confidence > 3", fields).ofImagesOnly());
    }

    @Test
    void aValueThatDoesNotOccurIsNoted() throws FilterException {
        assertEquals(List.of("No image.weather in the label file is \"Night\"; there is night."),
            Filter.parse("image.weather = Night", fields).notes());
        assertTrue(Filter.parse("image.weather in (night, \"rainy day\")", fields).notes().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "two words", "a\"b", "not", "x=y", "", "it's"})
    void quotedTextsAreReadBack(String text) throws FilterException {
        assertEquals(text, FilterTokens.of(Filter.quoted(text)).getFirst().text());
        assertEquals(2, FilterTokens.of(Filter.quoted(text)).size());
    }

    @Test
    void manyParenthesesAreRefusedAndNotFollowed() {
        assertThrows(FilterException.class, () -> Filter.parse("(".repeat(100_000) + "speed = 1", fields));
        assertThrows(FilterException.class, () -> Filter.parse("not ".repeat(100_000) + "speed = 1", fields));
    }

    @Test
    void foldersAreAFieldWhereThereAreSome() throws FilterException {
        assertEquals("image.folder", fields.find("folder").fullName());
        assertThrows(FilterException.class, () -> fields("", "").find("folder"));
    }
}
