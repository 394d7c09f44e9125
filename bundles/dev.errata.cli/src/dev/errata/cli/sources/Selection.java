package dev.errata.cli.sources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Texts;
import dev.errata.cli.sources.SelectionFile.Entry;
import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.review.Review.Suspect;

/**
 * Labels, predictions and pairs of them that a command is about. A label and a prediction together are the pair, as on a
 * tile of the window's grids.
 */
public final class Selection {

    private static final String STANDARD_INPUT = "(standard input)";

    private final List<Entry> entries;

    private Selection(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * Something that was selected.
     *
     * @param place where it was named, for messages: empty, or a text that ends with a colon and a blank
     * @param suspect what it is
     * @param verdict what the selection itself says of it, or null
     */
    public record Selected(String place, Suspect suspect, String verdict) {
    }

    /**
     * What options name: pairs of the first annotation with the first prediction and so on, or only one of the two.
     *
     * @param annotations ids; may be empty
     * @param predictions positions in the results file; may be empty, else as many as annotations where there are any
     */
    public static Selection of(List<Long> annotations, List<Integer> predictions) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.max(annotations.size(), predictions.size()); i++) {
            entries.add(new Entry("", annotations.isEmpty() ? null : annotations.get(i),
                predictions.isEmpty() ? null : predictions.get(i), null, null, null));
        }
        return new Selection(entries);
    }

    /** What a file holds; {@code -} is standard input. */
    public static Selection read(Path file) throws IOException, CommandFailure {
        boolean piped = file.toString().equals("-");
        if (!piped && Files.isDirectory(file)) {
            throw new CommandFailure(file + ": is a folder; wanted is a file");
        }
        try (InputStream in = piped ? System.in : new BufferedInputStream(Files.newInputStream(file))) {
            String name = piped ? STANDARD_INPUT : file.toString();
            Selection selection = new Selection(SelectionFile.read(name, in));
            if (selection.entries.isEmpty()) {
                throw new CommandFailure(name + ": the array is empty; nothing is selected");
            }
            return selection;
        }
    }

    /**
     * Looks for all of it in a dataset.
     *
     * @param run name of the run of predictions whose entry names none; its first run for null
     * @throws CommandFailure naming the first that is not there
     */
    public List<Selected> in(OpenDataset dataset, String run) throws CommandFailure {
        Map<Long, Integer> annotations = imagesOfAnnotations(dataset);
        Map<String, Predicted> predicted = new HashMap<>();
        List<Selected> selected = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            int image = -1;
            String named = "";
            if (entry.annotation() != null) {
                image = found(entry, annotations.get(entry.annotation()), "there is no annotation " + entry.annotation() + " in "
                    + dataset.folder() + "; 'errata mismatches' lists annotations with their ids");
            }
            if (entry.prediction() != null) {
                if (!predicted.containsKey(entry.run())) {
                    predicted.put(entry.run(), predicted(dataset, entry, run));
                }
                Predicted of = predicted.get(entry.run());
                named = of.run();
                int shown = found(entry, of.images().get(entry.prediction()), "run " + Texts.shown(named) + " has no prediction "
                    + entry.prediction() + "; 'errata mismatches' lists predictions with their indexes");
                if (image >= 0 && image != shown) {
                    throw failure(entry, "annotation " + entry.annotation() + " is in " + dataset.fileName(image)
                        + ", prediction " + entry.prediction() + " in " + dataset.fileName(shown) + ": they are no pair");
                }
                image = shown;
            }
            if (entry.image() != null && !entry.image().equals(dataset.fileName(image))) {
                throw failure(entry, "is said to be in " + Texts.shown(entry.image()) + ", but is in " + dataset.fileName(image)
                    + "; is it of another dataset?");
            }
            Suspect suspect = new Suspect(image, entry.annotation() == null ? -1 : entry.annotation(), named,
                entry.prediction() == null ? -1 : entry.prediction());
            selected.add(new Selected(prefix(entry), suspect, entry.verdict()));
        }
        return selected;
    }

    /** The images of the predictions of a run that are named, by their positions in its results file. */
    private record Predicted(String run, Map<Integer, Integer> images) {
    }

    private Predicted predicted(OpenDataset dataset, Entry first, String otherwise) throws CommandFailure {
        Run run;
        try {
            run = dataset.run(first.run() == null ? otherwise : first.run());
        } catch (DatasetException unknown) {
            throw failure(first, unknown.getMessage());
        }
        Set<Integer> wanted = new HashSet<>();
        entries.stream().filter(entry -> Objects.equals(entry.run(), first.run())).forEach(e -> wanted.add(e.prediction()));
        PredictionColumns columns = dataset.predictions(run);
        Map<Integer, Integer> images = new HashMap<>();
        for (int image = 0; image < columns.imageCount(); image++) {
            for (int row = columns.begin(image); row < columns.end(image); row++) {
                if (wanted.contains(columns.position(row))) {
                    images.putIfAbsent(columns.position(row), image);
                }
            }
        }
        return new Predicted(run.getName(), images);
    }

    private static int found(Entry entry, Integer image, String otherwise) throws CommandFailure {
        if (image == null) {
            throw failure(entry, otherwise);
        }
        return image;
    }

    /** The images of those that are named, in one pass over all. */
    private Map<Long, Integer> imagesOfAnnotations(OpenDataset dataset) {
        Set<Long> wanted = new HashSet<>();
        entries.forEach(entry -> wanted.add(entry.annotation()));
        AnnotationColumns columns = dataset.annotations();
        Map<Long, Integer> images = new HashMap<>();
        for (int image = 0; image < columns.imageCount(); image++) {
            for (int row = columns.begin(image); row < columns.end(image); row++) {
                if (wanted.contains(columns.id(row))) {
                    images.putIfAbsent(columns.id(row), image);
                }
            }
        }
        return images;
    }

    private static String prefix(Entry entry) {
        return entry.place().isEmpty() ? "" : entry.place() + ": ";
    }

    private static CommandFailure failure(Entry entry, String message) {
        return new CommandFailure(prefix(entry) + message);
    }
}
