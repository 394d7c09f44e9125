package dev.errata.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.ReflectiveItemProviderAdapterFactory;

import dev.errata.dataset.changes.ChangeMaker;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.changes.News;
import dev.errata.dataset.changes.TeamChanges;
import dev.errata.dataset.edit.DatasetCommandStack;
import dev.errata.dataset.edit.JournalCommand;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.matching.Evaluations;
import dev.errata.dataset.matching.Matching;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.objects.ImageRecords;
import dev.errata.dataset.pictures.DatasetPictures;
import dev.errata.dataset.sources.OriginalLabels;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.dataset.sources.Sources;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.FoldedJournal.Touched;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Predictions;

/**
 * A dataset folder, open: its document, the boxes in columns, the evaluation of each run and the changes of the whole team.
 * Readers of columns and evaluations hold the read lock; commands take the write lock themselves.
 */
public final class OpenDataset implements LabelTarget, AutoCloseable {

    /** The folder of imported files in a dataset folder. */
    public static final String SOURCES = "sources";

    private final Path folder;
    private final Dataset document;
    private final Sources sources;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ClassNames classes;
    private final LiveLabels labels;
    private final TeamChanges changes;
    private final Evaluations evaluations;
    private final ImageRecords images;
    private final DatasetPictures pictures;
    private final DatasetRuns runs;
    private final DatasetCommandStack stack = new DatasetCommandStack();
    private final EditingDomain domain;
    private final News news = new News(this);
    private final Map<Class<?>, Object> attachments = new ConcurrentHashMap<>();

    private OpenDataset(Path folder, Dataset document, Sources sources) throws DatasetException {
        this.folder = folder;
        this.document = document;
        this.sources = sources;
        GroundTruth truth = sources.truth();
        ChangeRules rules = new ChangeRules(truth.images().size(), truth.classes().size());
        FoldedJournal folded = new FoldedJournal(rules);
        labels = new LiveLabels(folder, sources, folded, lock);
        changes = TeamChanges.of(folder, document, folded, rules, lock, news, this::apply);
        Matching matching = Matching.of(document.getSettings(), truth);
        evaluations = new Evaluations(labels.columns(), truth.classes().size(), matching, labels.masks(), this::predictions,
            lock, this::tellOfAll);
        images = new ImageRecords(this, labels::of);
        news.addFoldListener(touched -> images.changed(touched.images(ChangeRules.LABELS)));
        pictures = new DatasetPictures(folder, document);
        runs = new DatasetRuns(document, sources);
        classes = new ClassNames(document.getClasses());
        domain = new AdapterFactoryEditingDomain(new ReflectiveItemProviderAdapterFactory(), stack,
            document.eResource().getResourceSet());
    }

    /**
     * Reads the sources and folds all journals over them.
     *
     * @throws DatasetException if the folder is no dataset, a source is missing or different from what was imported, or the
     *     server that keeps the journal cannot be asked
     */
    public static OpenDataset open(Path folder, Progress progress) throws DatasetException {
        OpenDataset dataset = openImported(folder, progress);
        dataset.changes.setReadOnly(DocumentFile.whyReadOnly(dataset.folder, dataset.document));
        try {
            dataset.changes.refresh();
        } catch (DatasetException unreadable) {
            dataset.close();
            throw unreadable;
        }
        dataset.news.forget();
        if (dataset.changes.readOnly().isEmpty()) {
            dataset.stack.recall(dataset.changes.ownStanding().stream()
                .map(entry -> JournalCommand.executed(dataset.changes, entry)).toList());
        }
        return dataset;
    }

    /**
     * Reads the sources without anybody's changes; nothing can be changed here.
     *
     * @throws DatasetException as {@link #open} does
     */
    public static OpenDataset openImported(Path folder, Progress progress) throws DatasetException {
        Path absolute = folder.toAbsolutePath().normalize();
        Dataset document = DocumentFile.load(absolute);
        OpenDataset dataset = new OpenDataset(absolute, document, Sources.read(absolute, document, progress));
        dataset.changes.setReadOnly("its labels are shown as they were imported");
        return dataset;
    }

    public Path folder() {
        return folder;
    }

    public String name() {
        return document.getName();
    }

    /** The document; its label classes are in label order. */
    public Dataset document() {
        return document;
    }

    public EditingDomain editingDomain() {
        return domain;
    }

    /** One undo history for everything that this person changed in the dataset, also before it was opened. */
    public CommandStack commandStack() {
        return domain.getCommandStack();
    }

    public ReadWriteLock lock() {
        return lock;
    }

    public int imageCount() {
        return sources.truth().images().size();
    }

    public String fileName(int image) {
        return imageEntry(image).fileName();
    }

    /** An image as the label file has it. */
    public ImageEntry imageEntry(int image) {
        return sources.truth().images().get(image);
    }

    /** The picture of an image, inside one of the dataset's image folders; empty where there is none. */
    public Optional<Path> picture(int image) {
        return pictures.find(fileName(image));
    }

    /** Pictures are looked for in other folders, as the document on disk says; tells the listeners. */
    public void setImageFolders(List<String> folders) {
        lock.writeLock().lock();
        try {
            pictures.setFolders(folders);
        } finally {
            lock.writeLock().unlock();
        }
        tellOfAll();
    }

    /** The label class at an index. */
    public LabelClass labelClass(int label) {
        return classes.at(label);
    }

    /** The class's name; for the index behind the last "background", in parentheses where a class is called that. */
    public String className(int label) {
        return classes.name(label);
    }

    /** The index of a class, or -1; the background is not a class. */
    public int labelOf(String className) {
        return classes.labelOf(className);
    }

    /** All labels as they are now, in columns. */
    public AnnotationColumns annotations() {
        return labels.columns();
    }

    /** The labels of images, as they are now and as they were imported. */
    public LiveLabels labels() {
        return labels;
    }

    /** The label file as read, without the changes; its columns are those of {@link #annotations()}, with the changes. */
    public GroundTruth source() {
        return sources.truth();
    }

    /** The labels in the format that the imported ones were written from, if a sidecar brought them. */
    public Optional<OriginalLabels> original() {
        return Optional.ofNullable(sources.original());
    }

    /** The label file that was imported. */
    public Path labelFile() {
        return sources.labelFile();
    }

    /** What the columns don't hold of the records of the label file. */
    public AnnotationDetails details() {
        return sources.truth().details();
    }

    /** The run with a name; the first run for null. */
    public Run run(String name) throws DatasetException {
        return runs.named(name);
    }

    /** A run that was added on disk appears in the document; tells the listeners. */
    public void addRun(Run run, Predictions predictions) {
        lock.writeLock().lock();
        try {
            runs.add(run, predictions);
        } finally {
            lock.writeLock().unlock();
        }
        images.runAdded(run);
        tellOfAll();
    }

    /** @throws UncheckedIOException with a {@link DatasetException} if the run's file cannot be read */
    public PredictionColumns predictions(Run run) {
        return results(run).columns();
    }

    /** The results file of a run as read. @throws UncheckedIOException with a {@link DatasetException} if it cannot be */
    public Predictions results(Run run) {
        return runs.results(run);
    }

    /**
     * What was wrong in the imported files, as they are read now: first of the labels, then of each run. Runs that were not
     * needed yet are read for it, so ask in the background.
     */
    public List<SourceIssues> issues() {
        return sources.issues(document.getRuns());
    }

    /** How labels and predictions are matched and counted just now. */
    public Evaluations evaluations() {
        return evaluations;
    }

    /**
     * What is known of images, labels and predictions. Reads the label file again when first asked: ask in the background.
     *
     * @throws DatasetException if the label file cannot be read
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public FieldSet fields(Progress progress) throws DatasetException {
        return labels.fields().get(progress);
    }

    /** The same if it was read already. */
    public Optional<FieldSet> knownFields() {
        return labels.fields().known();
    }

    /** A label, wherever it is; empty where there is none (any more). */
    public Optional<Annotation> annotation(long id) {
        int image = labels.imageOf(id);
        return image < 0 ? Optional.empty() : annotation(image, id);
    }

    /** What the whole team changed, and how this program changes more. */
    public TeamChanges changes() {
        return changes;
    }

    @Override
    public OpenDataset dataset() {
        return this;
    }

    @Override
    public ImageRecord image(int index) {
        return images.get(index);
    }

    @Override
    public Command command(String label, List<Change> made) {
        List<JournalChange> wanted = Changes.journal(made, ChangeRules.LABELS);
        return command(label, Changes.reason(made), () -> wanted);
    }

    /**
     * A command that makes changes, of labels and of what other bundles keep in the journal, as one undo step.
     *
     * @param reason why, or an empty text
     */
    public Command command(String label, String reason, ChangeMaker maker) {
        return new JournalCommand(changes, label, reason, maker);
    }

    /** More than single images is other than before. */
    private void tellOfAll() {
        news.tell(new DatasetListener.DatasetEvent(this, Set.of(), true, false));
    }

    /** Called by the change log, with entries that are on disk. */
    private void apply(List<JournalEntry> entries) {
        lock.writeLock().lock();
        try {
            Touched touched = labels.fold(entries);
            evaluations.rematch(touched.images(ChangeRules.LABELS));
            news.keep(touched);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void addListener(DatasetListener listener) {
        news.add(listener);
    }

    public void removeListener(DatasetListener listener) {
        news.remove(listener);
    }

    /** What another bundle keeps beside this dataset, made when first asked for. */
    public <T> T attachment(Class<T> type, Function<OpenDataset, T> maker) {
        return type.cast(attachments.computeIfAbsent(type, missing -> maker.apply(this)));
    }

    @Override
    public void close() {
        news.clear();
        sources.close();
        try {
            changes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of " + folder + " could not be closed; every change is in it", e);
        }
    }
}
