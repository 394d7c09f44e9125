package dev.errata.ui.mismatch.tiles;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.VisibleText;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.ui.verdicts.VerdictMark;

/** How classes, numbers, orders and states are written on tiles and in titles. */
public final class Texts {

    private static final ResourceBundle RANKINGS =
        ResourceBundle.getBundle("dev.errata.ui.mismatch.tiles.rankings"); //$NON-NLS-1$

    private Texts() {
    }

    public static String classes(String groundTruth, String predicted) {
        return NLS.bind(Messages.Texts_classes, VisibleText.oneLine(groundTruth), VisibleText.oneLine(predicted));
    }

    /** With thousands separators. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count); //$NON-NLS-1$
    }

    /** A confidence or IoU. */
    public static String fraction(double value) {
        return String.format(Locale.ROOT, "%.2f", value); //$NON-NLS-1$
    }

    /** The order's name for a person; its identifier where nobody has translated it. */
    public static String order(String id) {
        try {
            return RANKINGS.getString(id);
        } catch (MissingResourceException untranslated) {
            return id;
        }
    }

    /** What may be wrong with a label. */
    public static String kind(SuspectKind kind) {
        return switch (kind) {
            case WRONG_CLASS -> Messages.Kind_wrongClass;
            case MISSING -> Messages.Kind_missing;
            case SPURIOUS -> Messages.Kind_spurious;
            case LOOSE -> Messages.Kind_loose;
            case DUPLICATE -> Messages.Kind_duplicate;
        };
    }

    /** What stands on a tile; empty for an undecided one. */
    public static String state(TileState state) {
        return switch (state) {
            case UNDECIDED -> ""; //$NON-NLS-1$
            case RELABELLED -> Messages.State_relabelled;
            case ACCEPTED -> Messages.State_accepted;
            case DELETED -> Messages.State_deleted;
            case RESHAPED -> Messages.State_reshaped;
            case REMATCHED -> Messages.State_rematched;
            case LABEL_RIGHT, LABEL_WRONG, BOTH_WRONG, AMBIGUOUS, IGNORED -> VerdictMark.text(state.verdict());
            case SENT -> Messages.State_sent;
            case IN_REVIEW -> Messages.State_inReview;
            case RETURNED -> Messages.State_returned;
            case REVIEWED -> Messages.State_reviewed;
            case CONFLICT, CONFLICT_LEFT -> Messages.State_conflict;
        };
    }
}
