package dev.errata.ui.mismatch.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.ComparedOutlines;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.objects.ObjectOutlines;
import dev.errata.engine.masks.MaskOutlines;
import dev.errata.ui.mismatch.canvas.GridContent.Outlines;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.tiles.Tiles.Box;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.pictures.Pictures.Crop;

/**
 * The outlines of a grid's tiles, read in the background, as the crops are made: of the masks where these are compared, else
 * those that the files have.
 */
final class TileOutlines {

    /** More than any screen shows. */
    private static final int MOST_KEPT = 4_000;
    /** A crop waits so long for the outlines over it, milliseconds. */
    private static final int PATIENCE = 100;

    private final OpenDataset dataset;
    private final Run run;
    private final Tiles tiles;
    private final Map<Integer, CompletableFuture<Outlines>> known = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, CompletableFuture<Outlines>> eldest) {
            return size() > MOST_KEPT;
        }
    });
    private volatile IntConsumer arrived = tile -> { };
    private volatile boolean shown = true;

    /** @param run null where no run is compared */
    TileOutlines(OpenDataset dataset, Run run, Tiles tiles) {
        this.dataset = dataset;
        this.run = run;
        this.tiles = tiles;
    }

    void show(boolean wanted) {
        shown = wanted;
    }

    void onArrival(IntConsumer listener) {
        arrived = listener;
    }

    /** What is known of a tile; the rest is told when it is. */
    Outlines of(int tile) {
        if (!shown) {
            return Outlines.NONE;
        }
        CompletableFuture<Outlines> outlines = asked(tile);
        if (!outlines.isDone()) {
            outlines.thenAccept(late -> arrived.accept(tile));
        }
        return outlines.getNow(Outlines.NONE);
    }

    /** A crop, or the reason why there is none, that arrives when the outlines over it are known. Cancelling stops both. */
    CompletableFuture<Crop> with(int tile, CompletableFuture<Crop> crop) {
        CompletableFuture<Outlines> outlines = shown ? asked(tile) : CompletableFuture.completedFuture(Outlines.NONE);
        if (outlines.isDone()) {
            return crop;
        }
        CompletableFuture<Crop> both = outlines.copy().completeOnTimeout(Outlines.NONE, PATIENCE, TimeUnit.MILLISECONDS)
            .thenCompose(nothing -> crop);
        both.whenComplete((nothing, failure) -> {
            if (failure instanceof CancellationException) {
                crop.cancel(false);
            }
        });
        return both;
    }

    /** A file that cannot be read any more is told of where its records are changed: here the box stands for the object. */
    private CompletableFuture<Outlines> asked(int tile) {
        return known.computeIfAbsent(tile, unknown -> CompletableFuture.supplyAsync(() -> read(tile))
            .exceptionally(unreadable -> Outlines.NONE));
    }

    private Outlines read(int tile) {
        boolean byMasks = run != null && dataset.evaluations().matching().byMasks();
        int image = tiles.image(tile);
        try {
            List<double[]> label = !tiles.hasAnnotation(tile) ? List.of()
                : byMasks ? ComparedOutlines.ofLabel(dataset, run, image, tiles.annotation(tile))
                : ObjectOutlines.ofLabel(dataset, image, tiles.annotation(tile));
            List<double[]> prediction = !tiles.hasPrediction(tile) ? List.of()
                : byMasks ? ComparedOutlines.ofPrediction(dataset, run, image, tiles.prediction(tile))
                : ObjectOutlines.ofPrediction(dataset, run, tiles.prediction(tile));
            return new Outlines(drawn(label, tiles.annotationBox(tile)), drawn(prediction, tiles.predictionBox(tile)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Without the corners that nobody could see on the largest tile: drawing hundreds of them takes time at every scroll. */
    private static List<double[]> drawn(List<double[]> outlines, Box box) {
        return outlines.isEmpty() ? outlines
            : MaskOutlines.simplified(outlines, Math.max(box.width(), box.height()) / TileCanvas.LARGEST_TILE);
    }
}
