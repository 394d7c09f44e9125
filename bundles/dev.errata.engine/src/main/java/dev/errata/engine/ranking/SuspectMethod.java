package dev.errata.engine.ranking;

import java.util.Locale;
import java.util.Optional;

import dev.errata.engine.ranking.errata.ErrataSuspects;
import dev.errata.engine.ranking.methods.AgreementSuspects;
import dev.errata.engine.ranking.methods.ConfidenceSuspects;
import dev.errata.engine.ranking.methods.ConfidentLearningSuspects;
import dev.errata.engine.ranking.methods.GeometrySuspects;
import dev.errata.engine.ranking.methods.LossSuspects;
import dev.errata.engine.ranking.methods.MistakennessSuspects;
import dev.errata.engine.ranking.methods.ObjectLabSuspects;
import dev.errata.engine.ranking.suspects.SuspectFinder;

/** A way to find suspects, the easiest to understand first. */
public enum SuspectMethod {

    /** Mismatches by the model's confidence. */
    CONFIDENCE(new ConfidenceSuspects()),

    /** The cross-entropy of what the label says. */
    LOSS(new LossSuspects()),

    /** FiftyOne's mistakenness of class and location, possibly missing and spurious labels. */
    MISTAKENNESS(new MistakennessSuspects()),

    /** ObjectLab's overlooked, badly located and swapped labels, with distances in pixels as in cleanlab. */
    OBJECTLAB(new ObjectLabSuspects(false)),

    /** ObjectLab with distances in diagonals of the label, so that the size of objects and images does not matter. */
    OBJECTLAB_SCALE_FREE(new ObjectLabSuspects(true)),

    /** Confident learning with the background as a class. */
    CONFIDENT_LEARNING(new ConfidentLearningSuspects()),

    /** Several runs vote. */
    AGREEMENT(new AgreementSuspects()),

    /** Duplicates, covered boxes, slivers, boxes outside the image; no model is asked. */
    GEOMETRY(new GeometrySuspects()),

    /** The probability of a wrong, loose, spurious, duplicate or missing label, learned from errors seeded into the data. */
    ERRATA(new ErrataSuspects());

    private final SuspectFinder finder;

    SuspectMethod(SuspectFinder finder) {
        this.finder = finder;
    }

    SuspectFinder finder() {
        return finder;
    }

    /** The name on the command line and in stored views: {@code confidence}, {@code confident-learning} and so on. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The method with a name. */
    public static Optional<SuspectMethod> of(String id) {
        for (SuspectMethod method : values()) {
            if (method.id().equals(id)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
