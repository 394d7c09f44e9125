package dev.errata.cli.options;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.formats.Formats;
import dev.errata.formats.LabelFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which labels are looked at: those of a dataset, or of a file without any dataset. */
public final class LabelOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DATASET", description = "The folder of a dataset.")
    private Path dataset;

    @Option(names = "--labels", paramLabel = "FILE",
        description = "Ground-truth labels (a file, folder or archive), instead of a dataset.")
    private Path labels;

    @Option(names = "--images", paramLabel = "DIR",
        description = "With --labels: the folder of the images, for label formats that don't tell their sizes.")
    private Path images;

    @Option(names = "--format", paramLabel = "NAME", converter = FormatNames.class,
        description = "With --labels: the label format, where the content doesn't tell; 'errata formats' lists them.")
    private LabelFormat format;

    /** Null where labels are named. */
    public Path dataset() {
        return dataset;
    }

    /** Null where a dataset is named. */
    public Path labels() {
        return labels;
    }

    /** The folder of the images, or null. */
    public Path images() {
        return images;
    }

    /** @throws ParameterException where options are named that a dataset has no use for */
    public void check() {
        if (dataset != null && (images != null || format != null)) {
            throw new ParameterException(spec.commandLine(), "--images and --format go with --labels; a DATASET knows them");
        }
    }

    /** The format that somebody named, or null. */
    LabelFormat namedFormat() {
        return format;
    }

    /** The format that somebody named, else what the content tells. */
    public LabelFormat labelFormat() throws IOException {
        return format == null ? Formats.detect(labels) : format;
    }
}
