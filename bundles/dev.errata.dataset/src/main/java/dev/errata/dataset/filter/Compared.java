package dev.errata.dataset.filter;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/** The labels and the run whose rows fields are asked about. */
public record Compared(AnnotationColumns annotations, PredictionColumns predictions) {
}
