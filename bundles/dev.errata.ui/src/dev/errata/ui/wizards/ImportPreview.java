package dev.errata.ui.wizards;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.pictures.ImageFolderSearch;
import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.files.LabelTree;
import dev.errata.ui.Texts;
import dev.errata.ui.problems.IssuesTable;
import dev.errata.ui.wizards.ImportInput.RunInput;

/**
 * What an import would bring.
 *
 * @param lines counts, for a person to read
 * @param issues problems in the files, in the order of the files
 * @param refused why nothing can be imported; null where it can
 * @param warning what to look at before the import; null where there is nothing
 */
record ImportPreview(List<String> lines, List<Issue> issues, String refused, String warning) {

    /**
     * Reads the files as an import does.
     *
     * @param name of the label format; null where the content tells
     * @param images null where the pictures are looked for around the labels
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    static ImportPreview of(Path labels, String name, Path images, List<RunInput> runs, Progress progress) {
        List<String> lines = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        try {
            LabelTree.prepare(labels, progress);
            LabelFormat format = name == null ? Formats.detect(labels) : Formats.named(name).orElseThrow();
            GroundTruth truth = read(format, labels, images, progress);
            String warning = null;
            issues.addAll(truth.issues());
            lines.add(NLS.bind(Messages.ImportPreview_labels, new Object[] {format.name(), Texts.number(truth.images().size()),
                Texts.number(truth.classes().size()), counts(truth.counts())}));
            lines.add(pictures(labels, images, truth));
            for (RunInput run : runs) {
                Predictions predictions = Formats.predictions(run.file(), format).readPredictions(run.file(), truth, progress);
                issues.addAll(predictions.issues());
                lines.add(NLS.bind(Messages.ImportPreview_run, run.name(), counts(predictions.counts())));
                if (predictions.counts().imported() == 0 && predictions.counts().quarantined() > 0) {
                    warning = NLS.bind(Messages.ImportPreview_nothingUsable, run.name());
                }
            }
            return new ImportPreview(lines, issues, null, warning);
        } catch (FormatException refused) {
            Issue issue = refused.issue();
            issues.add(issue);
            // the path is in the field above; there is room for what is wrong
            return new ImportPreview(lines, issues,
                NLS.bind(Messages.ImportPreview_refused, IssuesTable.place(issue), issue.message()), null);
        } catch (IOException unreadable) {
            String reason = unreadable.getMessage() == null ? unreadable.toString() : unreadable.getMessage();
            return new ImportPreview(lines, issues, reason, null);
        }
    }

    /** As an import reads them, which takes sizes that labels leave open from the pictures that it finds. */
    private static GroundTruth read(LabelFormat format, Path labels, Path images, Progress progress) throws IOException {
        GroundTruth truth = format.readGroundTruth(labels, images, progress);
        Optional<Path> found = images == null && format.takesSizesFromPictures() ? ImageFolderSearch.forSizes(labels, truth)
            : Optional.empty();
        return found.isPresent() ? format.readGroundTruth(labels, found.get(), progress) : truth;
    }

    private static String pictures(Path labels, Path images, GroundTruth truth) {
        List<Path> folders = images != null ? List.of(images) : ImageFolderSearch.around(labels, truth);
        return folders.isEmpty() ? Messages.ImportPreview_noPictures
            : NLS.bind(Messages.ImportPreview_pictures, folders.get(0));
    }

    private static String counts(RecordCounts counts) {
        String imported = Texts.number(counts.imported());
        return counts.quarantined() == 0 ? imported
            : NLS.bind(Messages.ImportPreview_quarantined, imported, Texts.number(counts.quarantined()));
    }
}
