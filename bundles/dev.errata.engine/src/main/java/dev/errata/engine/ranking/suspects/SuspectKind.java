package dev.errata.engine.ranking.suspects;

import java.util.Locale;

/** What may be wrong with a label. */
public enum SuspectKind {

    /** The object is there, its class is another. */
    WRONG_CLASS,
    /** An object that nobody drew. */
    MISSING,
    /** A label where there is no such object. */
    SPURIOUS,
    /** The object is there, the box does not fit it. */
    LOOSE,
    /** The object has another label already. */
    DUPLICATE;

    /** The name on the command line and in stored views: {@code wrong-class}, {@code missing} and so on. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
