package dev.errata.ui.mismatch.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

import dev.errata.ui.pictures.Pictures.Crop;

/**
 * The crops of the tiles that are visible or nearly so. They are asked for in the background, a few at a time; what scrolled
 * away meanwhile is not asked for any more. Crops of an earlier tile size or context are shown until the new ones are there.
 * Used on the UI thread only.
 */
final class TileCrops {

    private static final long BUDGET_BYTES = 128L << 20;
    private static final int BYTES_PER_PIXEL = 4;
    private static final int MOST_RUNNING = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
    /** The screen is to follow the hand at 60 frames a second; so long may making images take at once. */
    private static final long NANOS_AT_ONCE = 6_000_000;

    private final Display display;
    private final IntConsumer arrived;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<Integer, CompletableFuture<Crop>> running = new HashMap<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private GridContent content;
    private EarlyCrops early = EarlyCrops.none();
    private volatile CropSize size;
    private int begin;
    private int end;
    private int visibleBegin;
    private int visibleEnd;
    private int generation;
    private long bytes;
    private boolean disposed;

    /** @param arrived called when a tile has another picture, or has none for a known reason */
    TileCrops(Display display, IntConsumer arrived) {
        this.display = display;
        this.arrived = arrived;
    }

    /** Other tiles: all crops are dropped. */
    void setContent(GridContent newContent, EarlyCrops newEarly) {
        content = newContent;
        early = newEarly;
        cancelAll();
        entries.values().forEach(Entry::dispose);
        entries.clear();
        bytes = 0;
        begin = 0;
        end = 0;
        visibleBegin = 0;
        visibleEnd = 0;
    }

    /** The same tiles with more behind them: all crops stay. */
    void extend(GridContent longer) {
        content = longer;
    }

    /** Has the first crops of other tiles made, which are not shown yet. On any thread. */
    EarlyCrops early(GridContent next) {
        CropSize now = size;
        return now == null ? EarlyCrops.none() : EarlyCrops.of(next, now);
    }

    /** Another size or context: crops are asked for again, and the old ones shown until then. */
    void setSize(CropSize newSize) {
        if (!newSize.equals(size)) {
            size = newSize;
            cancelAll();
            entries.values().forEach(entry -> entry.stale = true);
        }
    }

    /**
     * Says which crops are wanted.
     *
     * @param firstVisible the first visible tile
     * @param endVisible behind the last visible tile
     * @param firstNear the first tile to have ready
     * @param endNear behind the last tile to have ready
     * @return whether some were there at once, of which nobody else is told
     */
    boolean show(int firstVisible, int endVisible, int firstNear, int endNear) {
        visibleBegin = firstVisible;
        visibleEnd = endVisible;
        begin = firstNear;
        end = endNear;
        for (Iterator<Map.Entry<Integer, CompletableFuture<Crop>>> it = running.entrySet().iterator(); it.hasNext();) {
            Map.Entry<Integer, CompletableFuture<Crop>> request = it.next();
            if (request.getKey() < begin || request.getKey() >= end) {
                it.remove();
                request.getValue().cancel(false);
            }
        }
        return ask();
    }

    /** The crop of a tile, or null where it has not arrived. */
    Entry get(int tile) {
        return entries.get(tile);
    }

    boolean idle() {
        return running.isEmpty();
    }

    void dispose() {
        disposed = true;
        cancelAll();
        entries.values().forEach(Entry::dispose);
        entries.clear();
    }

    private void cancelAll() {
        generation++;
        List<CompletableFuture<Crop>> dropped = new ArrayList<>(running.values());
        running.clear();
        dropped.forEach(future -> future.cancel(false));
    }

    private boolean ask() {
        if (content == null || size == null) {
            return false;
        }
        boolean atOnce = false;
        // what is asked for last is done first
        for (int tile = visibleEnd - 1; tile >= visibleBegin; tile--) {
            atOnce |= ask(tile);
        }
        // the others would keep the visible ones waiting
        if (running.keySet().stream().anyMatch(tile -> tile >= visibleBegin && tile < visibleEnd)) {
            return atOnce;
        }
        for (int tile = visibleEnd; tile < end && running.size() < MOST_RUNNING; tile++) {
            ask(tile);
        }
        for (int tile = visibleBegin - 1; tile >= begin && running.size() < MOST_RUNNING; tile--) {
            ask(tile);
        }
        return atOnce;
    }

    /** @return whether it is there at once */
    private boolean ask(int tile) {
        Entry entry = entries.get(tile);
        if (entry != null && !entry.stale || running.containsKey(tile)) {
            return false;
        }
        CompletableFuture<Crop> made = early.take(tile, size);
        CompletableFuture<Crop> future = made == null ? size.crop(content, tile) : made;
        int asked = generation;
        if (future.isDone()) {
            future.handle((crop, failure) -> new Arrival(asked, tile, crop, failure))
                .thenAccept(arrival -> put(tile, entry(arrival)));
            return true;
        }
        running.put(tile, future);
        future.whenComplete((crop, failure) -> {
            if (!(failure instanceof CancellationException)) {
                arrivals.add(new Arrival(asked, tile, crop, failure));
                drainSoon();
            }
        });
        return false;
    }

    private void drainSoon() {
        if (!display.isDisposed() && draining.compareAndSet(false, true)) {
            display.asyncExec(this::drain);
        }
    }

    private void drain() {
        draining.set(false);
        if (disposed) {
            return;
        }
        long start = System.nanoTime();
        Arrival arrival = arrivals.poll();
        while (arrival != null) {
            if (arrival.generation == generation && running.remove(arrival.tile) != null) {
                put(arrival.tile, entry(arrival));
                arrived.accept(arrival.tile);
            }
            arrival = System.nanoTime() - start < NANOS_AT_ONCE ? arrivals.poll() : null;
        }
        ask();
        if (!arrivals.isEmpty()) {
            drainSoon();
        }
    }

    private Entry entry(Arrival arrival) {
        if (arrival.crop == null) {
            Throwable cause = arrival.failure instanceof CompletionException && arrival.failure.getCause() != null
                ? arrival.failure.getCause() : arrival.failure;
            String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            return new Entry(null, null, reason, 0);
        }
        ImageData pixels = arrival.crop.pixels();
        int pixelZoom = size.zoom();
        // the pixels are the screen's own; where another zoom is asked for, they are scaled to it
        Image image = new Image(display, (ImageDataProvider) wanted -> wanted == pixelZoom ? pixels
            : pixels.scaledTo(Math.max(1, pixels.width * wanted / pixelZoom), Math.max(1, pixels.height * wanted / pixelZoom)));
        return new Entry(image, arrival.crop.region(), null, (long) pixels.width * pixels.height * BYTES_PER_PIXEL);
    }

    private void put(int tile, Entry entry) {
        Entry before = entries.put(tile, entry);
        bytes += entry.bytes;
        if (before != null) {
            bytes -= before.bytes;
            before.dispose();
        }
        Iterator<Map.Entry<Integer, Entry>> oldest = entries.entrySet().iterator();
        while (bytes > BUDGET_BYTES && oldest.hasNext()) {
            Map.Entry<Integer, Entry> candidate = oldest.next();
            if (candidate.getKey() < begin || candidate.getKey() >= end) {
                bytes -= candidate.getValue().bytes;
                candidate.getValue().dispose();
                oldest.remove();
            }
        }
    }

    /** A crop as it came from a background thread. */
    private record Arrival(int generation, int tile, Crop crop, Throwable failure) {
    }

    /** A crop, or the reason why there is none. */
    static final class Entry {

        /** Null where there is no picture. */
        final Image image;
        /** The part of the picture that it shows, image pixels. */
        final Rectangle region;
        /** Why there is no picture; null where there is one. */
        final String failure;
        private final long bytes;
        private boolean stale;

        private Entry(Image image, Rectangle region, String failure, long bytes) {
            this.image = image;
            this.region = region;
            this.failure = failure;
            this.bytes = bytes;
        }

        private void dispose() {
            if (image != null) {
                image.dispose();
            }
        }
    }
}
