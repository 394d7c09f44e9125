package dev.errata.ui.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.mismatch.canvas.GridContent;
import dev.errata.ui.mismatch.tiles.TileStates;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.pictures.Pictures.Crop;
import dev.errata.ui.pictures.Pictures.PictureException;

/** The content of a grid whose crops don't arrive before they are let go. On the UI thread. */
final class HeldCrops implements GridContent {

    private final GridContent content;
    private final Map<Integer, CompletableFuture<Crop>> asked = new LinkedHashMap<>();
    private int requests;

    HeldCrops(GridContent content) {
        this.content = content;
    }

    /** The tiles whose crops were asked for. */
    Set<Integer> asked() {
        return Set.copyOf(asked.keySet());
    }

    /** How often a crop was asked for. */
    int requests() {
        return requests;
    }

    /** All that were asked for until now turn out to have no picture. */
    void letGo() {
        new ArrayList<>(asked.values()).forEach(crop -> crop.completeExceptionally(new PictureException("let go", null)));
    }

    @Override
    public CompletableFuture<Crop> crop(int tile, Rectangle region, int maxWidth, int maxHeight) {
        requests++;
        return asked.computeIfAbsent(tile, key -> new CompletableFuture<>());
    }

    @Override
    public Tiles tiles() {
        return content.tiles();
    }

    @Override
    public TileStates states() {
        return content.states();
    }

    @Override
    public String classes(int tile, UnaryOperator<String> shorter) {
        return content.classes(tile, shorter);
    }

    @Override
    public String numbers(int tile) {
        return content.numbers(tile);
    }

    @Override
    public String state(int tile) {
        return content.state(tile);
    }

    @Override
    public Mark mark(int tile) {
        return content.mark(tile);
    }

    @Override
    public String details(int tile) {
        return content.details(tile);
    }

    @Override
    public Outlines outlines(int tile) {
        return content.outlines(tile);
    }

    @Override
    public void onOutlines(IntConsumer listener) {
        content.onOutlines(listener);
    }
}
