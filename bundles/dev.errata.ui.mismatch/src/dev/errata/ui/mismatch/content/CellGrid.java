package dev.errata.ui.mismatch.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Run;
import dev.errata.ui.mismatch.canvas.GridContent;
import dev.errata.ui.mismatch.tiles.Texts;
import dev.errata.ui.mismatch.tiles.TileState;
import dev.errata.ui.mismatch.tiles.TileStates;
import dev.errata.ui.mismatch.tiles.Tiles.Box;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.pictures.Pictures.Crop;
import dev.errata.ui.pictures.Pictures;
import dev.errata.ui.selection.Mismatch;

/**
 * The tiles of a cell as they stood when the grid was filled, and what became of them since. Filled in the background,
 * then used on the UI thread only; tiles never change, states do.
 */
public final class CellGrid implements GridContent {

    /** For tiles that stand for themselves. */
    public static final List<Note> NO_NOTES = List.of();

    private final OpenDataset dataset;
    private final Run run;
    private final Tiles tiles;
    private final List<Note> notes;
    private final TileOutlines outlines;
    private Judgements judgements;
    /** Null where tiles are not coloured. */
    private TileColours colours;

    /** @param notes one for each tile, or none at all */
    public CellGrid(OpenDataset dataset, Run run, Tiles tiles, List<Note> notes, Judgements judgements) {
        this.dataset = dataset;
        this.run = run;
        this.tiles = tiles;
        this.notes = notes;
        this.judgements = judgements;
        outlines = new TileOutlines(dataset, run, tiles);
    }

    public OpenDataset dataset() {
        return dataset;
    }

    public Run run() {
        return run;
    }

    public Mismatch mismatch(int tile) {
        return new Mismatch(dataset, run, tiles.image(tile), tiles.annotation(tile), tiles.prediction(tile));
    }

    /**
     * How many label errors the next undecided tiles are expected to hold.
     *
     * @return NaN where the tiles have no probabilities
     */
    public double expectedErrors(int next) {
        double expected = notes.isEmpty() ? Double.NaN : 0;
        int looked = 0;
        for (int tile = 0; tile < notes.size() && looked < next; tile++) {
            if (!judgements.states.get(tile).decided()) {
                expected += notes.get(tile).probability();
                looked++;
            }
        }
        return expected;
    }

    /**
     * All tiles were judged again.
     *
     * @return the tiles that were decided before and are not any more, in order
     */
    public int[] judged(Judgements all) {
        TileStates before = judgements.states;
        judgements = all;
        return IntStream.range(0, tiles.size())
            .filter(tile -> before.get(tile).decided() && !all.states.get(tile).decided()).toArray();
    }

    /**
     * Some tiles were judged again.
     *
     * @return as above
     */
    public int[] judged(Map<Integer, Judgement> some) {
        int[] reopened = some.keySet().stream().mapToInt(Integer::intValue)
            .filter(tile -> judgements.states.get(tile).decided() && !some.get(tile).state().decided()).sorted().toArray();
        some.forEach(judgements::put);
        return reopened;
    }

    /** Colours the tiles; null for none. */
    public void colour(TileColours newColours) {
        colours = newColours;
    }

    @Override
    public Mark mark(int tile) {
        return colours == null ? null : colours.mark(tile);
    }

    @Override
    public Tiles tiles() {
        return tiles;
    }

    @Override
    public TileStates states() {
        return judgements.states;
    }

    @Override
    public String classes(int tile, UnaryOperator<String> shorter) {
        return Texts.classes(shorter.apply(className(tiles.groundTruth(tile))),
            shorter.apply(className(tiles.predicted(tile))));
    }

    @Override
    public String numbers(int tile) {
        return notes.isEmpty() ? matchNumbers(tile) : notes.get(tile).brief();
    }

    private String matchNumbers(int tile) {
        if (!tiles.hasPrediction(tile)) {
            return Messages.CellGrid_noPrediction;
        }
        String confidence = Texts.fraction(tiles.confidence(tile));
        return tiles.hasAnnotation(tile) ? NLS.bind(Messages.CellGrid_numbers, confidence, Texts.fraction(tiles.iou(tile)))
            : confidence;
    }

    @Override
    public String state(int tile) {
        String special = judgements.texts.get(tile);
        return special != null ? special : Texts.state(judgements.states.get(tile));
    }

    @Override
    public String details(int tile) {
        StringBuilder details = new StringBuilder(VisibleText.oneLine(dataset.fileName(tiles.image(tile))));
        if (tiles.hasAnnotation(tile)) {
            details.append('\n').append(NLS.bind(Messages.CellGrid_annotation,
                className(tiles.groundTruth(tile)), Long.toString(tiles.annotation(tile))));
        }
        if (tiles.hasPrediction(tile)) {
            details.append('\n').append(NLS.bind(Messages.CellGrid_prediction, new Object[] {
                className(tiles.predicted(tile)), Texts.fraction(tiles.confidence(tile)),
                Integer.toString(tiles.prediction(tile))}));
        }
        if (tiles.hasAnnotation(tile) && tiles.hasPrediction(tile)) {
            details.append('\n').append(NLS.bind(Messages.CellGrid_iou, Texts.fraction(tiles.iou(tile))));
        }
        if (!notes.isEmpty()) {
            details.append('\n').append(notes.get(tile).brief()).append('\n').append(notes.get(tile).reason());
        }
        TileFields.lines(dataset, run, tiles, tile).forEach(line -> details.append('\n').append(line));
        String state = state(tile);
        if (!state.isEmpty()) {
            details.append('\n').append(state);
        }
        if (judgements.states.get(tile).conflict()) {
            details.append('\n').append(Messages.CellGrid_conflict);
        }
        return details.toString();
    }

    private String className(int label) {
        return VisibleText.oneLine(dataset.className(label));
    }

    @Override
    public CompletableFuture<Crop> crop(int tile, Rectangle region, int maxWidth, int maxHeight) {
        CompletableFuture<Crop> picture = Pictures.get().crop(dataset, tiles.image(tile), region, maxWidth, maxHeight);
        return outlines.with(tile, picture);
    }

    @Override
    public Outlines outlines(int tile) {
        return outlines.of(tile);
    }

    @Override
    public void onOutlines(IntConsumer arrived) {
        outlines.onArrival(arrived);
    }

    /** Whether outlines are drawn for boxes, where objects have some. */
    public void showOutlines(boolean wanted) {
        outlines.show(wanted);
    }

    /**
     * Why a tile is in the grid.
     *
     * @param brief the suspicion in two words and a number
     * @param reason a sentence
     * @param probability that the label is wrong; NaN where nobody says
     */
    public record Note(String brief, String reason, double probability) {
    }

    /**
     * What became of one tile.
     *
     * @param text says it more exactly than the state alone; null where the state says it all
     */
    public record Judgement(TileState state, String text) {
    }

    /** What became of all tiles: a byte each, and a text for the few that need one. */
    public static final class Judgements {

        private final TileStates states;
        private final Map<Integer, String> texts = new HashMap<>();

        Judgements(int size) {
            states = new TileStates(size);
        }

        void put(int tile, Judgement judgement) {
            states.set(tile, judgement.state());
            if (judgement.text() == null) {
                texts.remove(tile);
            } else {
                texts.put(tile, judgement.text());
            }
        }
    }
}
