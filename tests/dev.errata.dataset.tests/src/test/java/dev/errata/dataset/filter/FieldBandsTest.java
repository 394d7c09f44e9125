package dev.errata.dataset.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;

/** What boxes are coloured by, on frames of a real BDD100K video. */
class FieldBandsTest {

    @TempDir
    Path temporary;
    OpenDataset dataset;
    FieldSet fields;
    Compared of;

    @BeforeEach
    void open() throws Exception {
        Path folder = temporary.resolve("track");
        new ImportDataset(folder, Path.of(Objects.requireNonNull(getClass().getResource("/scalabel/track_labels.json")).toURI()))
            .run(Progress.NONE);
        dataset = OpenDataset.open(folder, Progress.NONE);
        fields = dataset.fields(Progress.NONE);
        of = new Compared(dataset.annotations(), null);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private FieldBands bands(String field) throws Exception {
        return FieldBands.of(fields.find(field), of, "others");
    }

    @Test
    void textsHaveABandEachTheMostFrequentFirst() throws Exception {
        FieldBands classes = bands("label.class");
        List<FieldSummary.Value> frequent = FieldSummary.of(fields.find("label.class"), of, 8).frequent();
        assertTrue(frequent.size() > 2 && frequent.size() < FieldBands.MOST, frequent.toString());
        assertEquals(frequent.stream().map(FieldSummary.Value::text).toList(), classes.names());
        assertFalse(classes.isOrdered());
        for (int row = 0; row < dataset.annotations().rowLimit(); row++) {
            assertEquals(fields.find("label.class").text(of, row), classes.names().get(classes.band(row)));
        }
        assertEquals(FieldBands.NONE, classes.band(-1));
    }

    @Test
    void theLessFrequentShareTheLastBand() throws Exception {
        FieldBands files = bands("file");
        assertEquals(21, dataset.imageCount());
        assertEquals(FieldBands.MOST, files.names().size());
        assertEquals("others", files.names().getLast());
        for (int image = 0; image < dataset.imageCount(); image++) {
            String name = files.names().get(files.band(image));
            assertEquals(image < FieldBands.MOST - 1 ? dataset.fileName(image) : "others", name);
        }
    }

    @Test
    void manyNumbersAreRangesThatRise() throws Exception {
        FieldBands areas = bands("label.area");
        assertTrue(areas.isOrdered());
        assertEquals(5, areas.names().size());
        double area = dataset.annotations().area(7);
        assertEquals(area, areas.number(7));
        assertEquals(fields.find("label.area").text(of, 7), areas.shown(area));
        int[] count = new int[5];
        for (int row = 0; row < dataset.annotations().rowLimit(); row++) {
            count[areas.band(row)]++;
            for (int other = 0; other < row; other++) {
                if (areas.band(row) < areas.band(other)) {
                    assertTrue(dataset.annotations().area(row) < dataset.annotations().area(other));
                }
            }
        }
        for (int band : count) {
            assertEquals(350 / 5, band, 3);
        }
    }

    @Test
    void whatSomebodyChangesHasItsBandAtOnce() throws Exception {
        FieldBands occluded = bands("occluded");
        int row = dataset.annotations().begin(3);
        long id = dataset.annotations().id(row);
        String before = occluded.names().get(occluded.band(row));
        String after = before.equals("true") ? "false" : "true";
        dataset.commandStack().execute(LabelCommands.setAttribute(dataset, SmallDataset.annotation(dataset, id), "occluded",
            after));
        row = dataset.annotations().rowOf(3, id);
        assertEquals(after, occluded.names().get(occluded.band(row)));
        dataset.commandStack().execute(LabelCommands.setAttribute(dataset, SmallDataset.annotation(dataset, id), "occluded",
            null));
        row = dataset.annotations().rowOf(3, id);
        assertEquals(FieldBands.NONE, occluded.band(row));
    }
}
