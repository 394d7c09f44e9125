package dev.errata.ui.matrix;

import org.eclipse.jface.dialogs.IDialogSettings;

import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.MatrixOptions;
import dev.errata.ui.matrix.model.Normalisation;

/** What the view remembers from one session to the next. */
final class MatrixSettings {

    private static final String NORMALISATION = "normalisation";
    private static final String LOGARITHMIC = "logarithmic";
    private static final String DIAGONAL = "diagonal";
    private static final String BY_MISMATCHES = "byMismatches";
    private static final String ONLY_MISMATCHED = "onlyMismatched";
    private static final String PAIRS = "pairs";
    private static final String BACKGROUND_PAIRS = "backgroundPairs";
    private static final String PAIRS_WEIGHT = "pairsWeight";
    private static final String SIZE_MODE = "cellSizeMode";
    private static final String SIZE_POINTS = "cellSize";
    private static final int DEFAULT_WEIGHT = 38;

    private final IDialogSettings settings;

    MatrixSettings(IDialogSettings settings) {
        this.settings = settings;
    }

    MatrixOptions options() {
        return new MatrixOptions(constant(NORMALISATION, Normalisation.COUNTS), flag(LOGARITHMIC), flag(DIAGONAL),
            settings.getBoolean(BY_MISMATCHES), settings.getBoolean(ONLY_MISMATCHED));
    }

    void setOptions(MatrixOptions options) {
        settings.put(NORMALISATION, options.normalisation().name());
        settings.put(LOGARITHMIC, options.logarithmic());
        settings.put(DIAGONAL, options.diagonal());
        settings.put(BY_MISMATCHES, options.byMismatches());
        settings.put(ONLY_MISMATCHED, options.onlyMismatched());
    }

    CellSize cellSize() {
        CellSize.Mode mode = constant(SIZE_MODE, CellSize.Mode.READABLE);
        return mode == CellSize.Mode.FIXED ? CellSize.fixed(number(SIZE_POINTS, 24)) : new CellSize(mode, 0);
    }

    void setCellSize(CellSize size) {
        settings.put(SIZE_MODE, size.mode().name());
        settings.put(SIZE_POINTS, size.points());
    }

    /** Whether the list of confused pairs is shown. */
    boolean pairs() {
        return flag(PAIRS);
    }

    void setPairs(boolean shown) {
        settings.put(PAIRS, shown);
    }

    /** Whether the list holds missed and invented objects. */
    boolean backgroundPairs() {
        return flag(BACKGROUND_PAIRS);
    }

    void setBackgroundPairs(boolean shown) {
        settings.put(BACKGROUND_PAIRS, shown);
    }

    /** The list's part of the width in percent. */
    int pairsWeight() {
        return (int) Math.clamp(number(PAIRS_WEIGHT, DEFAULT_WEIGHT), 5, 95);
    }

    void setPairsWeight(int weight) {
        settings.put(PAIRS_WEIGHT, weight);
    }

    /** Everything is on unless it was turned off. */
    private boolean flag(String key) {
        return settings.get(key) == null || settings.getBoolean(key);
    }

    private double number(String key, double otherwise) {
        String text = settings.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException edited) {
            // somebody edited the file: as if it were not there
            return otherwise;
        }
    }

    private <T extends Enum<T>> T constant(String key, T otherwise) {
        String text = settings.get(key);
        for (T constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        return otherwise;
    }
}
