package dev.errata.ui.mismatch.content;

import org.eclipse.swt.graphics.Color;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Field.Owner;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.dataset.model.Run;
import dev.errata.ui.fields.BandColours;
import dev.errata.ui.mismatch.canvas.GridContent.Mark;
import dev.errata.ui.mismatch.tiles.Tiles;

/** The colours of a grid's tiles by the values of a field, as they were at one moment. */
public final class TileColours {

    private final FieldBands bands;
    private final Mark[] marks;
    private final byte[] bandOf;
    /** By tile; empty where values are no numbers. */
    private final double[] numbers;

    private TileColours(FieldBands bands, Mark[] marks, byte[] bandOf, double[] numbers) {
        this.bands = bands;
        this.marks = marks;
        this.bandOf = bandOf;
        this.numbers = numbers;
    }

    /** In the background, under the dataset's read lock. */
    public static TileColours of(OpenDataset dataset, Run run, Tiles tiles, FieldBands bands) {
        TileRows rows = TileRows.of(dataset, run, tiles);
        Owner owner = bands.field().owner();
        byte[] bandOf = new byte[tiles.size()];
        double[] numbers = new double[bands.isOrdered() ? bandOf.length : 0];
        for (int tile = 0; tile < bandOf.length; tile++) {
            int row = rows.of(owner, tile);
            bandOf[tile] = (byte) bands.band(row);
            if (numbers.length > 0) {
                numbers[tile] = bands.number(row);
            }
        }
        Mark[] marks = new Mark[bands.names().size()];
        for (int band = 0; band < marks.length; band++) {
            Color color = BandColours.of(bands, band);
            marks[band] = new Mark(color, bands.names().get(band), owner == Owner.LABEL, owner == Owner.PREDICTION);
        }
        return new TileColours(bands, marks, bandOf, numbers);
    }

    /** Null where the tile has no value. */
    Mark mark(int tile) {
        if (bandOf[tile] == FieldBands.NONE) {
            return null;
        }
        Mark mark = marks[bandOf[tile]];
        return numbers.length == 0 ? mark
            : new Mark(mark.color(), bands.shown(numbers[tile]), mark.onAnnotation(), mark.onPrediction());
    }
}
