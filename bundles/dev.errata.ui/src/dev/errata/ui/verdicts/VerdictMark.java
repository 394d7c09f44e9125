package dev.errata.ui.verdicts;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.model.VerdictKind;

/** How a verdict is shown, on the tiles of a grid as on the labels of a picture: a sign and words on a badge. */
public final class VerdictMark {

    private static final String BADGE = "dev.errata.ui.verdictBadge"; //$NON-NLS-1$
    private static final String TEXT = "dev.errata.ui.badgeText"; //$NON-NLS-1$

    private VerdictMark() {
    }

    /** One letter, so that nobody has to tell colours apart. */
    public static String sign(VerdictKind kind) {
        return switch (kind) {
            case MODEL_WRONG -> "\u2713"; //$NON-NLS-1$
            case LABEL_WRONG, BOTH_WRONG -> "!"; //$NON-NLS-1$
            case AMBIGUOUS, IGNORE -> "?"; //$NON-NLS-1$
        };
    }

    /** The verdict in words, without the sign. */
    public static String text(VerdictKind kind) {
        return switch (kind) {
            case MODEL_WRONG -> Messages.Verdict_labelRight;
            case LABEL_WRONG -> Messages.Verdict_labelWrong;
            case BOTH_WRONG -> Messages.Verdict_bothWrong;
            case AMBIGUOUS -> Messages.Verdict_ambiguous;
            case IGNORE -> Messages.Verdict_ignored;
        };
    }

    /** The sign and the words. */
    public static String inWords(VerdictKind kind) {
        return NLS.bind(Messages.Verdict_inWords, sign(kind), text(kind));
    }

    /** The badge's colour in the theme of now. */
    public static Color badge() {
        return colors().get(BADGE);
    }

    /** The colour of letters on badges in the theme of now. */
    public static Color letters() {
        return colors().get(TEXT);
    }

    private static ColorRegistry colors() {
        return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
    }
}
