package dev.errata.cli.sources;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.cli.console.CommandFailure;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.matching.MaskFile;
import dev.errata.engine.Progress;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.MaskColumns;
import dev.errata.formats.Predictions;
import dev.errata.formats.RecordMasks;

/** The masks of two files. */
final class Masks {

    private Masks() {
    }

    static Overlaps of(GroundTruth truth, Path labels, Predictions predicted, Path predictions, Progress progress)
        throws IOException, CommandFailure {
        RecordMasks ofLabels = MaskFile.read(truth.format(), labels, progress);
        RecordMasks ofPredictions = MaskFile.read(predicted.format(), predictions, progress);
        try {
            return MaskColumns.overlaps(truth.images(), truth.annotations(), ofLabels, predicted.columns(), ofPredictions);
        } catch (IllegalArgumentException unusable) {
            throw new CommandFailure(VisibleText.oneLine(unusable.getMessage()));
        }
    }
}
