package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** Filters and slices at the command line. */
class FilterTest {

    private static final String LABELS = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100, "weather": "night"},
                    {"id": 2, "file_name": "b.jpg", "width": 100, "height": 100, "weather": "clear"}],
         "categories": [{"id": 1, "name": "car"}, {"id": 2, "name": "bus"}],
         "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 20, 20], "attributes": {"occluded": true}},
          {"id": 2, "image_id": 1, "category_id": 2, "bbox": [50, 50, 20, 20], "attributes": {"occluded": false}},
          {"id": 3, "image_id": 2, "category_id": 1, "bbox": [0, 0, 20, 20], "attributes": {"occluded": true}}]}""";
    private static final String RUN = """
        [{"image_id": 1, "category_id": 2, "bbox": [0, 0, 20, 20], "score": 0.9},
         {"image_id": 1, "category_id": 1, "bbox": [80, 0, 20, 20], "score": 0.8},
         {"image_id": 2, "category_id": 1, "bbox": [0, 0, 20, 20], "score": 0.7}]""";

    @TempDir
    private Path work;
    private Product errata;
    private Path labels;
    private Path run;

    @BeforeEach
    void write() throws Exception {
        errata = new Product(work);
        labels = Files.writeString(work.resolve("labels.json"), LABELS);
        run = Files.writeString(work.resolve("run.json"), RUN);
    }

    private List<String> arguments(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb, "--labels", labels.toString(), "--predictions", run.toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private JsonNode json(String verb, String... more) throws Exception {
        List<String> arguments = arguments(verb, more);
        arguments.addAll(List.of("--output", "json"));
        return errata.json(arguments.toArray(String[]::new));
    }

    @Test
    void theMatrixCountsWhatPasses() throws Exception {
        assertEquals("[[1,1,0],[0,0,1],[1,0,0]]", json("evaluate").get("matrix").toString());
        JsonNode night = json("evaluate", "--where", "weather = night");
        assertEquals("[[0,1,0],[0,0,1],[1,0,0]]", night.get("matrix").toString());
        assertEquals(2, night.get("annotations").intValue());
        assertEquals(2, night.get("predictions").intValue());
        assertEquals("weather = night", night.get("where").textValue());
        assertEquals("[[1,1,0],[0,0,0],[0,0,0]]",
            json("evaluate", "--where", "occluded = true").get("matrix").toString());
        assertEquals(2, json("mismatches", "--where", "image.weather = night and prediction.class is not missing").size());
        assertEquals(1, json("mismatches", "--where", "occluded = true").size());
    }

    @Test
    void metricsTakeFiltersOfImagesOnly() throws Exception {
        assertEquals(1.0, json("evaluate", "--metrics", "coco", "--where", "weather = clear").at("/metrics/AP50").doubleValue(),
            1e-12);
        Product.Result refused = errata.run(arguments("evaluate", "--metrics", "coco", "--where", "occluded = true")
            .toArray(String[]::new));
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("images only"), refused.err());
    }

    @Test
    void slicesTellPrecisionAndRecall() throws Exception {
        JsonNode slice = json("evaluate", "--slice", "weather").get("slice");
        assertEquals("image.weather", slice.get("field").textValue());
        assertEquals(List.of("night", "clear"), slice.findValuesAsText("value"));
        JsonNode night = slice.at("/values/0");
        assertEquals("image.weather = night", night.get("where").textValue());
        assertEquals("2 2 1 0", night.get("labels") + " " + night.get("predictions") + " " + night.get("matched") + " "
            + night.get("agreed"));
        assertEquals(1.0, slice.at("/values/1/recall").doubleValue());
        Product.Result csv = errata.run(arguments("evaluate", "--slice", "occluded", "--output", "csv").toArray(String[]::new));
        assertTrue(csv.out().contains("\"true\",2,2,2,1,\"0.500000\",\"0.500000\",\"0.500000\""), csv.out());
    }

    @Test
    void fieldsAreListed() throws Exception {
        JsonNode fields = errata.json("fields", "--labels", labels.toString(), "--output", "json").get("fields");
        JsonNode weather = null;
        for (JsonNode field : fields) {
            weather = field.get("field").textValue().equals("image.weather") ? field : weather;
        }
        assertEquals("text", weather.get("type").textValue());
        assertEquals(2, weather.get("present").intValue());
    }

    @Test
    void anUnknownFieldIsAMisuseThatNamesANearOne() throws Exception {
        Product.Result wrong = errata.run(arguments("evaluate", "--where", "wether = night").toArray(String[]::new));
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("column 1") && wrong.err().contains("do you mean weather"), wrong.err());
    }
}
