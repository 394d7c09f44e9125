package dev.errata.cli.reports;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.dataset.model.Target;

/** Names what a verdict or a task is about in JSON output, as the lists of mismatches and suspects name it. */
public final class TargetFields {

    private TargetFields() {
    }

    /** Writes annotation and prediction, null where there is none, and the run of a prediction. */
    public static void write(JsonGenerator json, Target target) throws IOException {
        boolean predicted = target.getPrediction() >= 0;
        if (target.getAnnotation() == -1 && predicted) {
            json.writeNullField("annotation");
        } else {
            json.writeNumberField("annotation", target.getAnnotation());
        }
        if (predicted) {
            json.writeNumberField("prediction", target.getPrediction());
            json.writeStringField("run", target.getRun());
        } else {
            json.writeNullField("prediction");
        }
    }
}
