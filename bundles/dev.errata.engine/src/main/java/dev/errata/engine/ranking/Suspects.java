package dev.errata.engine.ranking;

import java.util.List;

import dev.errata.engine.Progress;

/** Ranks the labels of a whole dataset, those on the diagonal of the matrix included. */
public final class Suspects {

    private Suspects() {
    }

    /**
     * Finds suspects.
     *
     * @param method how
     * @param input the labels and the runs
     * @param progress told about images
     * @return the most suspicious first; ties by image, then by row. The list is fast by index and writes the reasons when
     *         asked
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static List<Suspect> rank(SuspectMethod method, SuspectInput input, Progress progress) {
        return method.finder().find(input, progress).ranked();
    }
}
