package dev.errata.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Function;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.edit.domain.EditingDomain;

import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Thresholds;

/**
 * A dataset folder, open: its document, the boxes in columns, the evaluation of each run and the changes of the whole team.
 * Readers of columns and evaluations hold the read lock; commands take the write lock themselves.
 */
public final class OpenDataset implements LabelTarget, AutoCloseable {

    private OpenDataset() {
    }

    /**
     * Reads the sources and folds all journals over them.
     *
     * @throws DatasetException if the folder is no dataset, or a source is missing or different from what was imported
     */
    public static OpenDataset open(Path folder, Progress progress) throws DatasetException {
        throw new IllegalStateException();
    }

    public Path folder() {
        throw new IllegalStateException();
    }

    public String name() {
        throw new IllegalStateException();
    }

    /** The document; its label classes are in label order. */
    public Dataset document() {
        throw new IllegalStateException();
    }

    public EditingDomain editingDomain() {
        throw new IllegalStateException();
    }

    /** One undo history for everything that changes this dataset. */
    public CommandStack commandStack() {
        throw new IllegalStateException();
    }

    public ReadWriteLock lock() {
        throw new IllegalStateException();
    }

    public int imageCount() {
        throw new IllegalStateException();
    }

    public String fileName(int image) {
        throw new IllegalStateException();
    }

    /** The picture of an image, inside one of the dataset's image folders; empty where there is none. */
    public Optional<Path> picture(int image) {
        throw new IllegalStateException();
    }

    /** The label class at an index. */
    public LabelClass labelClass(int label) {
        throw new IllegalStateException();
    }

    /** The class's name, or "background" for the index behind the last. */
    public String className(int label) {
        throw new IllegalStateException();
    }

    /** The index of a class, or -1; the background is not a class. */
    public int labelOf(String className) {
        throw new IllegalStateException();
    }

    public AnnotationColumns annotations() {
        throw new IllegalStateException();
    }

    /** The run with a name; the first run for null. */
    public Run run(String name) throws DatasetException {
        throw new IllegalStateException();
    }

    public PredictionColumns predictions(Run run) {
        throw new IllegalStateException();
    }

    /** The live evaluation of a run, made when first asked for. */
    public Evaluation evaluation(Run run, Progress progress) {
        throw new IllegalStateException();
    }

    /** Changes the thresholds of all evaluations, for this program only, and tells the listeners. */
    public void setThresholds(Thresholds thresholds, Progress progress) {
        throw new IllegalStateException();
    }

    public Thresholds thresholds() {
        throw new IllegalStateException();
    }

    /** The index of the image that holds an annotation, or -1. */
    public int imageOf(long annotationId) {
        throw new IllegalStateException();
    }

    @Override
    public OpenDataset dataset() {
        return this;
    }

    @Override
    public ImageRecord image(int index) {
        throw new IllegalStateException();
    }

    @Override
    public Command command(String label, List<Change> changes) {
        throw new IllegalStateException();
    }

    /** All changes in the order in which they count, oldest first. */
    public List<Change> history() {
        throw new IllegalStateException();
    }

    /** Who this program's changes are recorded for. */
    public String author() {
        throw new IllegalStateException();
    }

    /** Reads what other programs appended to their journals since; tells the listeners. */
    public boolean refresh() throws DatasetException {
        throw new IllegalStateException();
    }

    public void addListener(DatasetListener listener) {
        throw new IllegalStateException();
    }

    public void removeListener(DatasetListener listener) {
        throw new IllegalStateException();
    }

    /** What another bundle keeps beside this dataset, made when first asked for. */
    public <T> T attachment(Class<T> type, Function<OpenDataset, T> maker) {
        throw new IllegalStateException();
    }

    @Override
    public void close() {
        throw new IllegalStateException();
    }
}
