package dev.errata.ui.matrix.model;

/**
 * How the matrix is shown.
 *
 * @param normalisation what the numbers are
 * @param logarithmic whether colours follow the logarithm of the value
 * @param diagonal whether the cells in which label and model agree show number and colour
 */
public record MatrixOptions(Normalisation normalisation, boolean logarithmic, boolean diagonal) {

    public static final MatrixOptions DEFAULT = new MatrixOptions(Normalisation.COUNTS, true, true);

    public MatrixOptions withNormalisation(Normalisation other) {
        return new MatrixOptions(other, logarithmic, diagonal);
    }

    public MatrixOptions withLogarithmic(boolean other) {
        return new MatrixOptions(normalisation, other, diagonal);
    }

    public MatrixOptions withDiagonal(boolean other) {
        return new MatrixOptions(normalisation, logarithmic, other);
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
