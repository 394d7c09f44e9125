package dev.errata.dataset.operations;

import java.util.AbstractList;
import java.util.List;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Run;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.formats.GroundTruth.ImageEntry;

/** What the methods that find suspects look at, of a dataset. */
public final class SuspectQuery {

    private SuspectQuery() {
    }

    /** The labels as they are now, a run, and the others as further voices. The caller holds the read lock while it is used. */
    public static SuspectInput input(OpenDataset dataset, Run run) {
        List<ImageEntry> images = dataset.source().images();
        return new SuspectInput(dataset.annotations(), dataset.predictions(run),
            dataset.document().getClasses().stream().map(LabelClass::getName).toList(),
            otherRuns(dataset, run),
            images.stream().mapToInt(ImageEntry::width).toArray(), images.stream().mapToInt(ImageEntry::height).toArray())
            .with(dataset.results(run).probabilities());
    }

    /** Reads a run when it is asked for: few methods do. */
    private static List<PredictionColumns> otherRuns(OpenDataset dataset, Run run) {
        List<Run> others = dataset.document().getRuns().stream().filter(other -> other != run).toList();
        return new AbstractList<>() {
            @Override
            public PredictionColumns get(int index) {
                return dataset.predictions(others.get(index));
            }

            @Override
            public int size() {
                return others.size();
            }
        };
    }
}
