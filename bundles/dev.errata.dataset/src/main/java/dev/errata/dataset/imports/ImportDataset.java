package dev.errata.dataset.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.cache.SourceCache;
import dev.errata.dataset.exports.Sidecar;
import dev.errata.dataset.files.Background;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.LabelSource;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.pictures.ImageFolderSearch;
import dev.errata.dataset.pictures.PictureHeaders;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.FileFaults;

/**
 * Makes a dataset folder of label and results files: all of it, or, if anything fails or somebody cancels, nothing. The files
 * are read, never changed.
 */
public final class ImportDataset {


    /** The nature of a dataset folder as an Eclipse project. */
    public static final String NATURE = "dev.errata.ui.datasetNature";

    /** Files above this are linked unless the caller says otherwise: 4 GiB. */
    public static final long LINK_ABOVE = 4L << 30;

    private final Path folder;
    private final Path labels;
    private final Map<String, Path> runs = new LinkedHashMap<>();
    private final Origins origins = new Origins();
    private String name;
    private String format;
    private Path images;
    private long linkAbove = LINK_ABOVE;
    private boolean strict;
    private boolean sidecar = true;

    /**
     * @param folder the dataset folder to make; it may exist if it is empty
     * @param labels the ground truth
     */
    public ImportDataset(Path folder, Path labels) {
        this.folder = folder.toAbsolutePath().normalize();
        this.labels = labels.toAbsolutePath().normalize();
        this.name = this.folder.getFileName() == null ? "dataset" : this.folder.getFileName().toString();
    }

    /** What people call it; the folder's name where nothing is said. */
    public ImportDataset name(String value) {
        name = value;
        return this;
    }

    /** The name of the label format; found by the content where nothing is said. */
    public ImportDataset format(String value) {
        format = value;
        return this;
    }

    /** The folder that the image file names are relative to; looked for around the label file where nothing is said. */
    public ImportDataset images(Path value) {
        images = value == null ? null : value.toAbsolutePath().normalize();
        return this;
    }

    /** Adds the predictions of a model. */
    public ImportDataset run(String runName, Path file) {
        if (runs.putIfAbsent(runName, file.toAbsolutePath().normalize()) != null) {
            throw new IllegalArgumentException("Two runs are called \"" + runName + "\".");
        }
        return this;
    }

    /** Whether one record that would be set aside refuses the import. */
    public ImportDataset strict(boolean value) {
        strict = value;
        return this;
    }

    /** Whether a sidecar beside the labels is read; it is where nothing is said. */
    public ImportDataset sidecar(boolean value) {
        sidecar = value;
        return this;
    }

    /** Files with more bytes than this are linked by their path and SHA-256, not copied. */
    public ImportDataset linkAbove(long bytes) {
        linkAbove = bytes;
        return this;
    }

    /**
     * @throws StrictImportException if a record would be set aside in a strict import; then there is nothing new on disk
     * @throws DatasetException if it could not be done; likewise
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; likewise
     */
    public Result run(Progress progress) throws DatasetException {
        Path building = null;
        try {
            checkTarget();
            building = DurableFiles.newFolder(
                folder.resolveSibling("." + folder.getFileName() + "-import-" + UUID.randomUUID()));
            Result result = build(building, progress);
            publish(building);
            return result;
        } catch (DatasetException e) {
            throw e;
        } catch (FormatException e) {
            throw origins.of(e);
        } catch (IOException e) {
            throw new DatasetException("The dataset could not be made in " + folder + ": " + FileFaults.told(e), e);
        } finally {
            if (building != null) {
                delete(building);
            }
        }
    }

    private void checkTarget() throws IOException {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw new DatasetException(folder + " is a file. Choose a new folder.");
            }
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new DatasetException(folder + " is not empty. Choose a new folder.");
                }
            }
        }
        if (images != null && !Files.isDirectory(images)) {
            throw new DatasetException("There is no image folder " + images + ".");
        }
        Files.createDirectories(folder.getParent());
    }

    private Result build(Path building, Progress progress) throws IOException {
        LabelSource source = ModelFactory.eINSTANCE.createLabelSource();
        LabelTree.prepare(labels, progress);
        Path named = Files.exists(labels) ? reader(labels).root(labels) : labels;
        Path copy = SourceImport.bring(named, images, building, source, linkAbove, progress);
        origins.add(copy, named);
        LabelFormat reader = reader(copy);
        source.setFormat(reader.name());
        Background<List<RunImport>> reading = Background.start("Read runs", progress,
            stop -> readRuns(building, reader.name(), stop));
        try {
            LabelSource original = ModelFactory.eINSTANCE.createLabelSource();
            GroundTruth first = original(named, building, original, progress);
            GroundTruth truth = new SizedReading(reader, copy, named).read(images, first, progress);
            SourceCache.keep(truth, reader, copy, source.getSha256());
            return document(building, source, truth, first == null ? null : original, reading.get());
        } finally {
            reading.stopAndWait();
        }
    }

    /** Brings what a sidecar holds; null where there is none. */
    private GroundTruth original(Path named, Path building, LabelSource original, Progress progress) throws IOException {
        Path copy = sidecar ? SidecarImport.bring(named, building, original, progress) : null;
        if (copy == null) {
            return null;
        }
        origins.add(copy, Sidecar.beside(named));
        LabelFormat format = Formats.named(original.getFormat()).orElseThrow();
        GroundTruth truth = new SizedReading(format, copy, named).read(images, null, progress);
        SourceCache.keep(truth, format, copy, original.getSha256());
        original.setImages(truth.images().size());
        original.setAnnotations(truth.annotations().size());
        return truth;
    }

    private List<RunImport> readRuns(Path building, String labelFormat, Progress progress) throws IOException {
        List<RunImport> read = new ArrayList<>();
        for (Map.Entry<String, Path> run : runs.entrySet()) {
            read.add(RunImport.read(run.getKey(), run.getValue(), building, labelFormat, linkAbove, origins, progress));
        }
        return read;
    }

    private Result document(Path building, LabelSource source, GroundTruth truth, LabelSource original, List<RunImport> read)
        throws IOException {
        Dataset document = ModelFactory.eINSTANCE.createDataset();
        document.setName(name);
        document.setFormatVersion(DocumentFile.FORMAT_VERSION);
        document.setSettings(ModelFactory.eINSTANCE.createEvaluationSettings());
        document.setLabels(source);
        document.setOriginal(original);
        source.setImages(truth.images().size());
        source.setAnnotations(truth.annotations().size());
        addClasses(document, truth);
        List<SourceIssues> issues = new ArrayList<>();
        List<Path> folders = images == null ? ImageFolderSearch.around(labels, truth)
            : ImageFolderSearch.within(images, truth);
        issues.add(origins.of(SourceIssues.of(labels, truth)).plus(PictureHeaders.otherSizes(truth, folders)));
        for (RunImport run : read) {
            run.resolve(truth, source.getSha256());
            document.getRuns().add(run.run());
            issues.add(origins.of(SourceIssues.of(run.run().getName(), runs.get(run.run().getName()), run.predictions())));
        }
        if (strict) {
            StrictImportException.check(issues);
        }
        folders.forEach(found -> document.getImageFolders().add(found.toString()));
        Files.createDirectory(building.resolve(FileJournal.FOLDER));
        ProjectFiles.write(building, name);
        DocumentFile.save(document, building);
        return new Result(folder, truth.images().size(), truth.classes().size(), issues,
            List.copyOf(document.getImageFolders()));
    }

    private LabelFormat reader(Path file) throws IOException {
        if (format == null) {
            return Formats.detect(file);
        }
        return Formats.named(format).orElseThrow(() -> new DatasetException("There is no label format \"" + format + "\"."));
    }

    private static void addClasses(Dataset document, GroundTruth truth) {
        for (GroundTruth.ClassEntry entry : truth.classes()) {
            LabelClass label = ModelFactory.eINSTANCE.createLabelClass();
            label.setName(entry.name());
            label.setOriginalId(entry.originalId());
            label.setSupercategory(entry.supercategory());
            document.getClasses().add(label);
        }
    }

    private void publish(Path building) throws IOException {
        Files.deleteIfExists(folder);
        Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceFolder(folder.getParent());
    }

    private static void delete(Path building) throws DatasetException {
        try {
            DurableFiles.deleteTree(building);
        } catch (IOException e) {
            throw new DatasetException("The unfinished import in " + building + " could not be deleted: "
                + FileFaults.told(e), e);
        }
    }

    /**
     * What was imported.
     *
     * @param folder the dataset folder
     * @param sources what was read of the labels, then of each run, and what was wrong there
     * @param imageFolders where pictures are looked for
     */
    public record Result(Path folder, int images, int classes, List<SourceIssues> sources, List<String> imageFolders) {

        /** Records of the label file. */
        public RecordCounts labels() {
            return sources.getFirst().counts();
        }

        /** Records of each run's results file, by the run's name. */
        public Map<String, RecordCounts> runs() {
            Map<String, RecordCounts> counts = new LinkedHashMap<>();
            sources.stream().skip(1).forEach(run -> counts.put(run.name(), run.counts()));
            return counts;
        }

        /** What was wrong, at most the first 1,000 of each file. */
        public List<Issue> issues() {
            return sources.stream().flatMap(source -> source.issues().stream()).toList();
        }
    }
}
