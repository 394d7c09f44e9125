package dev.errata.ui.matrix.model;

/**
 * How the matrix is shown.
 *
 * @param normalisation what the numbers are
 * @param logarithmic whether colours follow the logarithm of the value
 * @param diagonal whether the cells in which label and model agree show number and colour
 * @param byMismatches whether the classes with most mismatches come first
 * @param onlyMismatched whether classes without a mismatch are left out
 */
public record MatrixOptions(Normalisation normalisation, boolean logarithmic, boolean diagonal, boolean byMismatches,
    boolean onlyMismatched) {

    public static final MatrixOptions DEFAULT = new MatrixOptions(Normalisation.COUNTS, true, true, false, false);

    public MatrixOptions withNormalisation(Normalisation other) {
        return new MatrixOptions(other, logarithmic, diagonal, byMismatches, onlyMismatched);
    }

    public MatrixOptions withLogarithmic(boolean other) {
        return new MatrixOptions(normalisation, other, diagonal, byMismatches, onlyMismatched);
    }

    public MatrixOptions withDiagonal(boolean other) {
        return new MatrixOptions(normalisation, logarithmic, other, byMismatches, onlyMismatched);
    }

    public MatrixOptions withByMismatches(boolean other) {
        return new MatrixOptions(normalisation, logarithmic, diagonal, other, onlyMismatched);
    }

    public MatrixOptions withOnlyMismatched(boolean other) {
        return new MatrixOptions(normalisation, logarithmic, diagonal, byMismatches, other);
    }

    /** Whether the same classes are shown in the same order. */
    public boolean sameOrder(MatrixOptions other) {
        return byMismatches == other.byMismatches && onlyMismatched == other.onlyMismatched;
    }

    /** The step of a cell's value on its {@link ColourScale}; -1 where the cell has no colour. */
    public int step(MatrixModel model, int row, int column) {
        boolean match = model.agrees(row, column);
        if (match && !diagonal || model.count(row, column) == 0) {
            return -1;
        }
        double largest = match ? model.largestMatch(normalisation) : model.largestMismatch(normalisation);
        return ColourScale.step(model.value(row, column, normalisation), largest, logarithmic,
            normalisation != Normalisation.COUNTS);
    }
}
