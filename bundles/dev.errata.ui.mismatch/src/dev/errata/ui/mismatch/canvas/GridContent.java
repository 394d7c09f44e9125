package dev.errata.ui.mismatch.canvas;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.mismatch.tiles.TileStates;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.pictures.Pictures.Crop;

/** What a {@link TileCanvas} shows. Asked on the UI thread, so nothing here may wait. */
public interface GridContent {

    Tiles tiles();

    TileStates states();

    /** The two class names, for example "car → person". */
    default String classes(int tile) {
        return classes(tile, UnaryOperator.identity());
    }

    /** The same with each name made shorter. */
    String classes(int tile, UnaryOperator<String> shorter);

    /** Confidence and IoU, as far as there are any. */
    String numbers(int tile);

    /** What became of the tile; empty where it is undecided. */
    String state(int tile);

    /** What the tile is coloured by; null where it is not. */
    Mark mark(int tile);

    /** All that is known of the tile, on several lines. */
    String details(int tile);

    /** What is drawn for boxes on the tile; {@link Outlines#NONE} where these are, and as long as nothing else is known. */
    Outlines outlines(int tile);

    /** @param arrived told, on any thread, of tiles whose outlines are known now and were not when they were asked for */
    void onOutlines(IntConsumer arrived);

    /** A part of the tile's picture; see {@link dev.errata.ui.pictures.Pictures#crop}. */
    CompletableFuture<Crop> crop(int tile, Rectangle region, int maxWidth, int maxHeight);

    /**
     * Closed outlines, x and y in turn, image pixels; empty where the box stands for the object.
     */
    record Outlines(List<double[]> annotation, List<double[]> prediction) {

        public static final Outlines NONE = new Outlines(List.of(), List.of());
    }

    /**
     * The value by which a tile is coloured.
     *
     * @param text for a person
     * @param onAnnotation whether the box of the annotation has the colour, as the value is known of it
     * @param onPrediction whether the box of the prediction has it
     */
    record Mark(Color color, String text, boolean onAnnotation, boolean onPrediction) {
    }
}
