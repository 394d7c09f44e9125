package dev.errata.ui.annotation.editor.image;

import java.util.HashMap;
import java.util.Map;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Field.Owner;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.scene.Tint;
import dev.errata.ui.fields.BandColours;

/** Colours the shapes of an image by the values of a field: those that the field does not know of are grey. */
final class SceneTints {

    private SceneTints() {
    }

    /**
     * In the background, under the dataset's read lock.
     *
     * @param run whose predictions the bands are of; null for none
     */
    static Scene tinted(Scene scene, FieldBands bands, OpenDataset dataset, Run run, int image) {
        Map<Shape.Key, Tint> tints = new HashMap<>();
        Owner owner = bands.field().owner();
        if (owner == Owner.IMAGE) {
            Tint all = tint(bands, image);
            scene.shapes().forEach(shape -> tints.put(shape.key(), all));
        } else if (owner == Owner.LABEL) {
            AnnotationColumns labels = dataset.annotations();
            for (int row = labels.begin(image); row < labels.end(image); row++) {
                tints.put(Shape.Key.annotation(labels.id(row)), tint(bands, row));
            }
        } else if (run != null) {
            PredictionColumns predictions = dataset.evaluations().of(run, Progress.NONE).predictions();
            for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                tints.put(Shape.Key.prediction(run.getName(), predictions.position(row)), tint(bands, row));
            }
        }
        return scene.tinted(tints, new Tint(BandColours.NONE, "")); //$NON-NLS-1$
    }

    private static Tint tint(FieldBands bands, int row) {
        int band = bands.band(row);
        String value = band == FieldBands.NONE ? "" //$NON-NLS-1$
            : bands.isOrdered() ? bands.shown(bands.number(row)) : bands.names().get(band);
        return new Tint(BandColours.rgb(bands, band), value);
    }
}
