package dev.errata.ui.selection;

import org.eclipse.core.runtime.PlatformObject;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;

/** A cell of the confusion matrix, as the workbench's selection. Adapts to {@link OpenDataset} and {@link Run}. */
public final class MatrixCell extends PlatformObject {

    private final OpenDataset dataset;
    private final Run run;
    private final int groundTruth;
    private final int predicted;

    /**
     * @param groundTruth index of the class, or the number of classes for background
     * @param predicted index of the class, or the number of classes for background
     */
    public MatrixCell(OpenDataset dataset, Run run, int groundTruth, int predicted) {
        this.dataset = dataset;
        this.run = run;
        this.groundTruth = groundTruth;
        this.predicted = predicted;
    }

    public OpenDataset dataset() {
        return dataset;
    }

    public Run run() {
        return run;
    }

    public int groundTruth() {
        return groundTruth;
    }

    public int predicted() {
        return predicted;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == OpenDataset.class) {
            return type.cast(dataset);
        }
        if (type == Run.class) {
            return type.cast(run);
        }
        return super.getAdapter(type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatrixCell cell && cell.dataset == dataset && cell.run == run
            && cell.groundTruth == groundTruth && cell.predicted == predicted;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * System.identityHashCode(run) + groundTruth) + predicted;
    }
}
