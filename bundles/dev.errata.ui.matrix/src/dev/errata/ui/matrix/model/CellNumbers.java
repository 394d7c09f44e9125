package dev.errata.ui.matrix.model;

import java.util.List;

/** The ways to write a cell's number under a normalisation, longest first. */
public final class CellNumbers {

    private CellNumbers() {
    }

    public static List<String> choices(MatrixModel model, int row, int column, Normalisation normalisation) {
        return normalisation == Normalisation.COUNTS ? CountFormat.choices(model.count(row, column))
            : CountFormat.percentChoices(model.value(row, column, normalisation));
    }
}
