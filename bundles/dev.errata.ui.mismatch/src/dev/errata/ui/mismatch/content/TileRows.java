package dev.errata.ui.mismatch.content;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Field;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.ui.mismatch.tiles.Tiles;

/**
 * Finds what tiles show among labels and predictions as they are now. The caller holds the dataset's read lock.
 *
 * @param of what tiles were made of
 */
record TileRows(Tiles tiles, Compared of) {

    static TileRows of(OpenDataset dataset, Run run, Tiles tiles) {
        Evaluation evaluation = dataset.evaluations().of(run, Progress.NONE);
        return new TileRows(tiles, new Compared(evaluation.annotations(), evaluation.predictions()));
    }

    /** Negative where the tile has no annotation, or it was deleted. */
    int annotation(int tile) {
        return tiles.hasAnnotation(tile) ? of.annotations().rowOf(tiles.image(tile), tiles.annotation(tile)) : Tiles.NONE;
    }

    /** Negative where the tile has no prediction. */
    int prediction(int tile) {
        return tiles.hasPrediction(tile) ? of.predictions().rowAt(tiles.image(tile), tiles.prediction(tile)) : Tiles.NONE;
    }

    /** What a field knows of the tile; negative where that is nothing. */
    int of(Field.Owner owner, int tile) {
        return switch (owner) {
            case IMAGE -> tiles.image(tile);
            case LABEL -> annotation(tile);
            case PREDICTION -> prediction(tile);
        };
    }
}
