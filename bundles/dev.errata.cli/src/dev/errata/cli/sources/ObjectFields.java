package dev.errata.cli.sources;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/** Names annotations and predictions in JSON output. */
public final class ObjectFields {

    private ObjectFields() {
    }

    /**
     * Writes the two fields that name an annotation and a prediction, null where there is none, and the run of a dataset that
     * holds the prediction.
     *
     * @param annotation row, or -1
     * @param prediction row, or -1
     */
    public static void write(JsonGenerator json, Source source, int annotation, int prediction) throws IOException {
        if (annotation < 0) {
            json.writeNullField("annotation");
        } else {
            json.writeNumberField("annotation", source.annotations().id(annotation));
        }
        if (prediction < 0) {
            json.writeNullField("prediction");
        } else {
            json.writeNumberField("prediction", source.predictions().position(prediction));
            if (source.run().isPresent()) {
                json.writeStringField("run", source.run().get());
            }
        }
    }
}
