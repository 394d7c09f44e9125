package dev.errata.dataset.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.dataset.files.DurableFiles;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.compare.Loss;
import dev.errata.formats.compare.Losses;
import dev.errata.formats.compare.PictureCopies;
import dev.errata.formats.files.ImageSizes;
import dev.errata.formats.records.PredictedLabels;

/** Finds out what a format cannot hold: writes everything to a temporary file, reads it again and compares. */
final class TrialExport {

    private TrialExport() {
    }

    private interface Writing {
        void to(LabelSink sink, Path file) throws IOException;
    }

    private interface Comparing {
        List<Loss> with(Path file) throws IOException;
    }

    private interface Content {
        void to(LabelSink sink) throws IOException;
    }

    /** @param setAside records of the imported file that are not among the labels */
    static List<Loss> labels(GroundTruth labels, LabelFormat format, long setAside, Progress progress) throws IOException {
        if (format.copiesPictures()) {
            Map<String, String> copies = new HashMap<>();
            return losses(format, (sink, file) -> copies.putAll(CopiedPictures.write(labels, format, sink, file, progress)),
                file -> Losses.of(labels, new PictureCopies(labels, format.readGroundTruth(file, null, progress), copies), format,
                    setAside));
        }
        return losses(format, writingWithSizes(labels, sink -> format.write(labels, sink, progress)),
            file -> Losses.of(labels, format.readGroundTruth(file, null, progress), format, setAside));
    }

    /** @param setAside records of the results file that are not among the predictions */
    static List<Loss> predictions(GroundTruth truth, PredictionColumns predictions, LabelFormat format, long setAside,
        Progress progress) throws IOException {
        GroundTruth labels = PredictedLabels.of(truth, predictions);
        return losses(format, writingWithSizes(labels, sink -> format.writePredictions(truth, predictions, sink, progress)),
            file -> {
                GroundTruth named = inTheirTerms(truth, format, file.resolveSibling("truth"), progress);
                GroundTruth again = PredictedLabels.of(named, format.readPredictions(file, named, progress).columns());
                return Losses.of(labels, again, format, setAside);
            });
    }

    /** The labels that results belong to: where results name ids of the format, these are the labels as written in it. */
    private static GroundTruth inTheirTerms(GroundTruth truth, LabelFormat format, Path file, Progress progress)
        throws IOException {
        if (!format.holds().contains(Holds.CLASS_IDS) || truth.format().equals(format.name())) {
            return truth;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            format.write(truth, LabelSink.single(out), progress);
        }
        return format.readGroundTruth(file, progress);
    }

    /** The sizes stand for the pictures, which whoever reads the labels has. */
    private static Writing writingWithSizes(GroundTruth labels, Content content) {
        return (sink, file) -> {
            content.to(sink);
            Files.write(ImageSizes.beside(file), ImageSizes.file(ImageSizes.lines(labels)));
        };
    }

    private static List<Loss> losses(LabelFormat format, Writing writing, Comparing comparing) throws IOException {
        Path folder = Files.createTempDirectory("errata-export");
        try {
            Path file = folder.resolve(format.manyFiles() ? "labels.zip" : "labels");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                LabelSink sink = format.manyFiles() ? LabelSink.archive(out) : LabelSink.single(out)) {
                writing.to(sink, file);
            }
            return comparing.with(file);
        } finally {
            DurableFiles.deleteTree(folder);
        }
    }
}
