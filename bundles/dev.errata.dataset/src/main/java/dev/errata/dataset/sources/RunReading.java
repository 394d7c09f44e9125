package dev.errata.dataset.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.cache.SourceCache;
import dev.errata.dataset.files.Background;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.UnresolvedPredictions;
import dev.errata.formats.io.FileFaults;

/** The predictions of a run, read in the background; the labels may be read at the same time. */
final class RunReading {

    private final Background<UnresolvedPredictions> reading;
    private Predictions predictions;

    private RunReading(Background<UnresolvedPredictions> reading) {
        this.reading = reading;
    }

    static RunReading start(Path folder, Run run, String labelSha256, Progress watched) {
        return new RunReading(Background.start("Read " + run.getName(), watched,
            progress -> read(folder, run, labelSha256, progress)));
    }

    private static UnresolvedPredictions read(Path folder, Run run, String labelSha256, Progress progress) throws IOException {
        Path file = SourceFiles.verified(folder, run, progress);
        LabelFormat format = Sources.format(run);
        Optional<Predictions> cached = SourceCache.predictions(format, file, run.getSha256(), labelSha256);
        if (cached.isPresent()) {
            return truth -> cached.get();
        }
        UnresolvedPredictions unresolved = format.readUnresolved(file, progress);
        return truth -> {
            Predictions predictions = unresolved.resolve(truth);
            SourceCache.keep(predictions, format, file, run.getSha256(), labelSha256);
            return predictions;
        };
    }

    /** @throws UncheckedIOException with a {@link DatasetException} if the run's file cannot be read */
    synchronized Predictions predictions(GroundTruth truth) {
        if (predictions == null) {
            try {
                predictions = reading.get().resolve(truth);
            } catch (DatasetException e) {
                throw new UncheckedIOException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(new DatasetException(FileFaults.told(e), e));
            }
        }
        return predictions;
    }

    void stop() {
        reading.stop();
    }
}
