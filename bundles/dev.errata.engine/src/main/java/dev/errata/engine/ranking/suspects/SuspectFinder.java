package dev.errata.engine.ranking.suspects;

import dev.errata.engine.Progress;

/** Finds the suspects of a whole dataset. */
@FunctionalInterface
public interface SuspectFinder {

    /** The suspects in any order. */
    SuspectList find(SuspectInput input, Progress progress);
}
