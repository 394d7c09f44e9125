package dev.errata.formats.coco;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;
import dev.errata.formats.RecordMasks;
import dev.errata.formats.UnresolvedPredictions;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.json.JsonHead;
import dev.errata.formats.records.PredictedLabels;
import dev.errata.formats.text.Offsets;

/**
 * COCO: one JSON object with {@code images}, {@code annotations} and {@code categories}; results are one JSON array
 * (https://cocodataset.org/#format-data, https://cocodataset.org/#format-results).
 */
public final class CocoFormat implements LabelFormat {

    static final String NAME = "coco";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        JsonHead json = JsonHead.of(head);
        return json.isArray("images") || json.isArray("annotations") || json.isArray("categories");
    }

    @Override
    public boolean recognisesPredictions(Path file, byte[] head) {
        JsonHead json = JsonHead.of(head);
        // a model that found nothing writes an empty list
        return json.isEmptyArray() || isResults(json);
    }

    private static boolean isResults(JsonHead json) {
        return json.firstElementHas("image_id") && (json.firstElementHas("category_id") || json.firstElementHas("score"));
    }

    @Override
    public GroundTruth readGroundTruth(Path file, Progress progress) throws IOException {
        if (Files.exists(file) && LabelTree.isMany(file)) {
            try (LabelTree tree = LabelTree.of(file)) {
                return CocoSplits.read(tree, progress).labels();
            }
        }
        return new CocoGroundTruthReader(LabelInput.of(file)).read(progress);
    }

    @Override
    public boolean recognises(LabelTree tree) throws IOException {
        return !CocoSplits.files(tree).isEmpty();
    }

    @Override
    public boolean recognisesPredictions(LabelTree tree) throws IOException {
        return !results(tree).isEmpty();
    }

    private List<String> results(LabelTree tree) throws IOException {
        List<String> results = new ArrayList<>();
        for (String file : tree.names("json")) {
            if (isResults(JsonHead.of(tree.head(file)))) {
                results.add(file);
            }
        }
        return results;
    }

    /** A file of results; of a folder or an archive, the one that is in there. */
    private LabelInput resultsInput(Path path) throws IOException {
        if (!Files.exists(path) || !LabelTree.isMany(path)) {
            return LabelInput.of(path);
        }
        try (LabelTree tree = LabelTree.of(path)) {
            List<String> results = results(tree);
            if (results.size() != 1) {
                throw new IssueLog(path.toString()).refuse("coco.results.files", 0, 0, "", "", results.isEmpty()
                    ? "There is no COCO results file in here." : "There are " + results.size() + " results files in here ("
                        + results.get(0) + ", " + results.get(1) + "): give one, or join them.");
            }
            return LabelInput.of(tree, results.getFirst());
        }
    }

    @Override
    public UnresolvedPredictions readUnresolved(Path file, Progress progress) throws IOException {
        return CocoResultsReader.read(resultsInput(file), progress);
    }

    @Override
    public void readFields(Path file, Path images, GroundTruth truth, FieldCollector into, Progress progress)
        throws IOException {
        if (LabelTree.isMany(file)) {
            try (LabelTree tree = LabelTree.of(file)) {
                CocoSplits.read(tree, Progress.NONE).readFields(into, progress);
            }
        } else {
            CocoFields.read(LabelInput.of(file), truth.images(), 0, 0, into, progress);
        }
    }

    @Override
    public Optional<AnnotationDetails> details(Path file, Offsets places) throws IOException {
        return LabelTree.isMany(file) ? Optional.empty() : Optional.of(new CocoDetails(LabelInput.of(file), places));
    }

    @Override
    public Optional<RecordMasks> readMasks(Path file, Progress progress) throws IOException {
        return Optional.of(CocoMasks.read(masksInput(file), progress));
    }

    private LabelInput masksInput(Path path) throws IOException {
        if (Files.exists(path) && LabelTree.isMany(path)) {
            try (LabelTree tree = LabelTree.of(path)) {
                List<String> labels = CocoSplits.files(tree);
                if (labels.size() == 1) {
                    return LabelInput.of(tree, labels.getFirst());
                }
            }
        }
        return resultsInput(path);
    }

    @Override
    public Predictions readPredictions(Path file, GroundTruth truth, Progress progress) throws IOException {
        return readUnresolved(file, progress).resolve(truth);
    }

    @Override
    public void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits, OutputStream to)
        throws IOException {
        if (!LabelTree.isMany(original)) {
            new CocoWriter(LabelInput.of(original), truth, edits).write(to);
        } else if (edits.isEmpty() && Files.isRegularFile(original)) {
            Files.copy(original, to);
        } else {
            try (LabelSink sink = LabelSink.archive(to)) {
                writeEdited(original, truth, edits, sink);
            }
        }
    }

    @Override
    public void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits,
        Function<String, Optional<Path>> pictures, LabelSink to, Progress progress) throws IOException {
        LabelSink watched = LabelSink.watched(to, progress);
        if (!LabelTree.isMany(original)) {
            LabelInput input = LabelInput.of(original);
            progress.begin("Writing " + original.getFileName(), input.size());
            try (OutputStream out = watched.file(original.getFileName().toString())) {
                new CocoWriter(input, truth, edits).write(out);
            }
            return;
        }
        try (LabelTree tree = LabelTree.of(original)) {
            CocoSplits splits = CocoSplits.read(tree, progress);
            progress.begin("Writing " + original.getFileName(), 0);
            splits.write(tree, truth, edits, watched);
        }
    }

    @Override
    public Set<Holds> holds() {
        return EnumSet.complementOf(EnumSet.of(Holds.IMAGE_CLASSES));
    }

    @Override
    public void writePredictions(GroundTruth truth, PredictionColumns predictions, LabelSink to, Progress progress)
        throws IOException {
        try (OutputStream out = to.file("results.json")) {
            CocoExport.writeResults(PredictedLabels.of(truth, predictions), out, progress);
        }
    }

    @Override
    public void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException {
        try (OutputStream out = to.file("labels.json")) {
            CocoExport.write(truth, out, progress);
        }
    }
}
