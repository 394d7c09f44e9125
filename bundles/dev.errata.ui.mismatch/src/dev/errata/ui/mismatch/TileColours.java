package dev.errata.ui.mismatch;

import org.eclipse.swt.graphics.Color;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Field.Owner;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.ui.fields.BandColours;
import dev.errata.ui.mismatch.canvas.GridContent.Mark;
import dev.errata.ui.mismatch.tiles.Tiles;

/** The colours of a grid's tiles by the values of a field, as they were at one moment. */
final class TileColours {

    private final Mark[] marks;
    private final byte[] bandOf;

    private TileColours(Mark[] marks, byte[] bandOf) {
        this.marks = marks;
        this.bandOf = bandOf;
    }

    /** In the background, under the dataset's read lock. */
    static TileColours of(OpenDataset dataset, Run run, Tiles tiles, FieldBands bands) {
        Evaluation evaluation = dataset.evaluation(run, Progress.NONE);
        TileRows rows = new TileRows(tiles, new Compared(evaluation.annotations(), evaluation.predictions()));
        Owner owner = bands.field().owner();
        byte[] bandOf = new byte[tiles.size()];
        for (int tile = 0; tile < bandOf.length; tile++) {
            bandOf[tile] = (byte) bands.band(rows.of(owner, tile));
        }
        Mark[] marks = new Mark[bands.names().size()];
        for (int band = 0; band < marks.length; band++) {
            Color color = BandColours.of(bands, band);
            marks[band] = new Mark(color, bands.names().get(band), owner == Owner.LABEL, owner == Owner.PREDICTION);
        }
        return new TileColours(marks, bandOf);
    }

    /** Null where the tile has no value. */
    Mark mark(int tile) {
        return bandOf[tile] == FieldBands.NONE ? null : marks[bandOf[tile]];
    }
}
