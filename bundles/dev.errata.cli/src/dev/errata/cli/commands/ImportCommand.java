package dev.errata.cli.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Output;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.FormatNames;
import dev.errata.cli.reports.ImportReport;
import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.AddRun;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.imports.StrictImportException;
import dev.errata.dataset.operations.IssueFile;
import dev.errata.dataset.operations.MoveJournal;
import dev.errata.dataset.pictures.LocatePictures;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.engine.Progress;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.LabelFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a dataset of label and results files, adds runs to one, or says where its pictures are. */
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Makes a dataset of a label file and results files, or adds runs to a dataset or says where its pictures are.")
public final class ImportCommand implements Callable<Integer> {

    private static final String DOCUMENT = "dataset.errata";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET", description = "The folder of the dataset; made if it is not there.")
    private Path folder;

    @Option(names = "--labels", paramLabel = "FILE", description = "The ground-truth labels of a new dataset.")
    private Path labels;

    @Option(names = "--format", paramLabel = "NAME", converter = FormatNames.class,
        description = "The label format, where the content doesn't tell; 'errata formats' lists them.")
    private LabelFormat format;

    @Option(names = "--images", paramLabel = "DIR",
        description = "The folder of the images, themselves or in folders below (looked for around the label file). For a "
            + "dataset that is there already: another one.")
    private Path images;

    @Option(names = "--run", paramLabel = "NAME=FILE",
        description = "The predictions of a model, under a name; may be given several times.")
    private List<String> runs = List.of();

    @Option(names = "--strict",
        description = "Import nothing if a single record would be set aside; without it, such records are set aside as they "
            + "are, and written back on export.")
    private boolean strict;

    @Option(names = "--no-sidecar",
        description = "Do not read what an export kept beside the labels (FILE.errata-rest.zip).")
    private boolean noSidecar;

    @Option(names = "--journal", paramLabel = "postgresql://HOST:PORT/DATABASE",
        description = "Keep the changes of the new dataset in a database; see 'errata help journal'.")
    private String journal;

    @Option(names = "--issues", paramLabel = "FILE",
        description = "Write what is wrong in the files to FILE.csv or FILE.json, also if they are refused; at most the first "
            + "1,000 of each.")
    private Path issueFile;

    @Option(names = "--output", paramLabel = "text|json", description = "How to print what was read (text).")
    private Output output = Output.text;

    @Override
    public Integer call() throws IOException {
        if (output == Output.csv) {
            throw misuse("--output is text or json");
        }
        if (issueFile != null) {
            IssueFile.problem(issueFile).ifPresent(problem -> {
                throw misuse("--issues: " + problem);
            });
        }
        if (journal != null) {
            JournalCommand.check(spec, "--journal", journal);
        }
        Map<String, Path> files = runFiles();
        PrintWriter out = spec.commandLine().getOut();
        ImportReport report;
        try {
            report = Files.exists(folder.resolve(DOCUMENT)) ? addTo(files) : make(files);
        } catch (DatasetException refused) {
            writeIssues(sources(refused, files));
            throw refused;
        }
        writeIssues(report.sources());
        if (output == Output.json) {
            report.json(out);
        } else {
            report.text(out);
        }
        return 0;
    }

    private void writeIssues(List<SourceIssues> sources) throws DatasetException {
        if (issueFile != null) {
            IssueFile.write(issueFile, sources);
        }
    }

    /** What was wrong in the files of an import that failed. */
    private List<SourceIssues> sources(DatasetException refused, Map<String, Path> files) {
        if (refused instanceof StrictImportException strictly) {
            return strictly.sources();
        }
        SourceIssues issues = SourceIssues.unreadable(null, labels == null ? folder : labels, refused);
        String place = issues.issues().getFirst().file();
        for (Map.Entry<String, Path> run : files.entrySet()) {
            if (place.startsWith(run.getValue().toAbsolutePath().normalize().toString())) {
                return List.of(SourceIssues.unreadable(run.getKey(), run.getValue(), refused));
            }
        }
        return List.of(issues);
    }

    private Map<String, Path> runFiles() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String run : runs) {
            int sign = run.indexOf('=');
            if (sign <= 0 || sign == run.length() - 1) {
                throw misuse("--run is NAME=FILE, not " + Texts.shown(run));
            }
            try {
                if (files.put(run.substring(0, sign), Path.of(run.substring(sign + 1))) != null) {
                    throw misuse("two runs are called " + Texts.shown(run.substring(0, sign)));
                }
            } catch (InvalidPathException invalid) {
                throw misuse("--run " + Texts.shown(run) + " names no file: " + invalid.getReason());
            }
        }
        return files;
    }

    private ImportReport make(Map<String, Path> files) throws IOException {
        if (labels == null) {
            throw misuse("there is no dataset in " + folder + "; name its --labels to make one");
        }
        ImportDataset operation = new ImportDataset(folder, labels).format(format == null ? null : format.name()).images(images)
            .strict(strict).sidecar(!noSidecar);
        files.forEach(operation::run);
        ImportDataset.Result result = operation.run(ConsoleProgress.get());
        if (journal != null) {
            MoveJournal.run(folder, journal, ConsoleProgress.get());
        }
        return new ImportReport(result.folder(), result.images(), result.classes(), result.sources(), result.imageFolders());
    }

    private ImportReport addTo(Map<String, Path> files) throws IOException {
        if (journal != null) {
            throw misuse(folder + " is a dataset already: move its changes by 'errata journal'");
        }
        if (labels != null || format != null) {
            throw misuse(folder + " is a dataset already: only a --run can be added, or the folder of its --images be told; "
                + "import the labels into a new folder");
        }
        if (files.isEmpty() && images == null) {
            throw misuse(folder + " is a dataset already: name a --run to add, or the folder of its --images");
        }
        Progress progress = ConsoleProgress.get();
        try (OpenDataset dataset = OpenDataset.open(folder, progress)) {
            List<SourceIssues> sources = new ArrayList<>();
            // what is wrong in the labels was told when they were imported
            sources.add(new SourceIssues(null, dataset.labelFile(), dataset.source().counts(), List.of(), IssueCounts.NONE));
            if (images != null) {
                LocatePictures.run(dataset, images);
            }
            for (Map.Entry<String, Path> run : files.entrySet()) {
                sources.add(AddRun.run(dataset, run.getKey(), run.getValue(), strict, ImportDataset.LINK_ABOVE, progress));
            }
            return new ImportReport(dataset.folder(), dataset.imageCount(), dataset.document().getClasses().size(), sources,
                List.copyOf(dataset.document().getImageFolders()));
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
