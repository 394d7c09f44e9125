package dev.errata.ui.wizards;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

/** What the person entered in the import wizard, and what is wrong with it. */
final class ImportInput {

    private String labels = ""; //$NON-NLS-1$
    private String format;
    private boolean strict;
    private String images = ""; //$NON-NLS-1$
    private String name = ""; //$NON-NLS-1$
    private String location = ""; //$NON-NLS-1$
    private final List<RunInput> runs = new ArrayList<>();

    /**
     * A results file.
     *
     * @param name the name of the run
     */
    record RunInput(String name, Path file) {
    }

    void setLabels(String text) {
        labels = text.strip();
    }

    /** @param name of the label format; null where the content tells */
    void setFormat(String name) {
        format = name;
    }

    void setImages(String text) {
        images = text.strip();
    }

    void setName(String text) {
        name = text.strip();
    }

    void setLocation(String text) {
        location = text.strip();
    }

    List<RunInput> runs() {
        return runs;
    }

    String name() {
        return name;
    }

    Path labels() {
        return Path.of(labels);
    }

    void setStrict(boolean value) {
        strict = value;
    }

    /** Whether one record that would be set aside refuses the import. */
    boolean strict() {
        return strict;
    }

    /** The name of the label format; null where the content tells. */
    String format() {
        return format;
    }

    /** Null where the pictures are to be looked for around the labels. */
    Path images() {
        return images.isEmpty() ? null : Path.of(images);
    }

    Path folder() {
        return Path.of(location).resolve(name);
    }

    boolean hasLabels() {
        return !labels.isEmpty() && (isFile(labels) || isFolder(labels));
    }

    /** Whether something is missing yet, which is no mistake. */
    String missing() {
        return labels.isEmpty() ? Messages.ImportInput_noLabels : name.isEmpty() ? Messages.ImportInput_noName
            : location.isEmpty() ? Messages.ImportInput_noLocation : null;
    }

    /** What is wrong, or null. */
    String problem() {
        if (!labels.isEmpty() && !hasLabels()) {
            return NLS.bind(Messages.ImportInput_labelsMissing, labels);
        }
        if (!images.isEmpty() && !isFolder(images)) {
            return NLS.bind(Messages.ImportInput_imagesMissing, images);
        }
        String ofRuns = problem(runs);
        return ofRuns != null || name.isEmpty() || location.isEmpty() ? ofRuns : folderProblem();
    }

    /** What is wrong with the names of runs, or null. */
    static String problem(List<RunInput> runs) {
        Set<String> names = new HashSet<>();
        for (RunInput run : runs) {
            if (run.name().isBlank()) {
                return NLS.bind(Messages.ImportInput_runUnnamed, run.file().getFileName());
            }
            if (!names.add(run.name())) {
                return NLS.bind(Messages.ImportInput_runTwice, run.name());
            }
        }
        return null;
    }

    private String folderProblem() {
        if (name.startsWith(".") || name.contains("/") || name.contains("\\") || !isPath(name)) {
            return NLS.bind(Messages.ImportInput_badName, name);
        }
        if (!isFolder(location)) {
            return NLS.bind(Messages.ImportInput_locationMissing, location);
        }
        return Files.exists(folder()) ? NLS.bind(Messages.ImportInput_folderExists, folder()) : null;
    }

    private static boolean isPath(String text) {
        try {
            Path.of(text);
            return true;
        } catch (InvalidPathException bad) {
            return false;
        }
    }

    private static boolean isFile(String text) {
        return isPath(text) && Files.isRegularFile(Path.of(text));
    }

    private static boolean isFolder(String text) {
        return isPath(text) && Files.isDirectory(Path.of(text));
    }
}
