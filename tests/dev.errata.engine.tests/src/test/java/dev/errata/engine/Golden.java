package dev.errata.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;

/** Labels and predictions with what peers computed of them; see {@code golden/ORIGIN.md}. */
public final class Golden {

    public final JsonNode values;
    public final AnnotationColumns annotations;
    public final PredictionColumns predictions;
    public final int classes;
    /** The images by rising id. */
    public final int[] imageOrder;
    private final Map<Integer, Integer> labels = new HashMap<>();

    private Golden(JsonNode values) {
        this.values = values;
        Map<Integer, Integer> images = new HashMap<>();
        values.get("images").forEach(id -> images.put(id.asInt(), images.size()));
        values.get("categories").forEach(id -> labels.put(id.asInt(), labels.size()));
        classes = labels.size();
        imageOrder = IntStream.range(0, images.size()).boxed()
            .sorted(Comparator.comparing(i -> values.get("images").get(i).asInt())).mapToInt(i -> i).toArray();
        JsonNode boxes = values.get("annotations");
        AnnotationRows rows = new AnnotationRows(boxes.size());
        int[] image = new int[boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            JsonNode box = boxes.get(i);
            image[i] = images.get(box.get(1).asInt());
            rows.add(box.get(0).asLong(), labels.get(box.get(2).asInt()), box.get(3).asDouble(), box.get(4).asDouble(),
                box.get(5).asDouble(), box.get(6).asDouble(), box.get(7).asDouble(), box.get(8).asInt() == 1, i);
        }
        annotations = AnnotationColumns.grouped(images.size(), image, rows);
        predictions = predictions(images);
    }

    private PredictionColumns predictions(Map<Integer, Integer> images) {
        JsonNode boxes = values.get("predictions");
        PredictionRows rows = new PredictionRows(boxes.size());
        int[] image = new int[boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            JsonNode box = boxes.get(i);
            image[i] = images.get(box.get(0).asInt());
            rows.add(labels.get(box.get(1).asInt()), box.get(2).asDouble(), box.get(3).asDouble(), box.get(4).asDouble(),
                box.get(5).asDouble(), box.get(6).asDouble(), i);
        }
        return PredictionColumns.grouped(images.size(), image, rows);
    }

    public static Golden read(String name) throws IOException {
        try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new Golden(new ObjectMapper().readTree(file));
        }
    }

    /** The index of the class with an original id. */
    public int label(String category) {
        return labels.get(Integer.valueOf(category));
    }
}
