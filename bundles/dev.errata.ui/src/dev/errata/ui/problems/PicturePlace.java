package dev.errata.ui.problems;

import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.operations.ConflictIssues;
import dev.errata.formats.Issue;
import dev.errata.review.DisputedTasks;
import dev.errata.review.Review;
import dev.errata.review.ReviewedPictures;
import dev.errata.ui.Failures;
import dev.errata.ui.commands.Ids;

/** The picture, the label or the task that a problem is about: the workbench's selection while the problem is selected. */
final class PicturePlace {

    private PicturePlace() {
    }

    /** Whether a problem is about a picture, a label or a task, rather than a place in a file. */
    static boolean has(Issue issue) {
        return ReviewedPictures.isAbout(issue) || ConflictIssues.isAbout(issue) || DisputedTasks.isAbout(issue);
    }

    /** The image, the label or the task of a problem that is about one. */
    static ISelection of(OpenDataset dataset, Issue issue) {
        if (dataset == null || issue == null || !has(issue)) {
            return StructuredSelection.EMPTY;
        }
        if (DisputedTasks.isAbout(issue)) {
            return Review.of(dataset).task(issue.record()).map(StructuredSelection::new).orElse(StructuredSelection.EMPTY);
        }
        return ConflictIssues.isAbout(issue) ? label(dataset, Long.parseLong(issue.record())) : image(dataset, issue);
    }

    /** Nothing where the label is gone. */
    private static ISelection label(OpenDataset dataset, long id) {
        return dataset.annotation(id).map(StructuredSelection::new).orElse(StructuredSelection.EMPTY);
    }

    private static ISelection image(OpenDataset dataset, Issue issue) {
        return IntStream.range(0, dataset.imageCount())
            .filter(image -> dataset.imageEntry(image).originalId().equals(issue.record())).boxed().findFirst()
            .map(image -> new StructuredSelection(dataset.image(image))).orElse(StructuredSelection.EMPTY);
    }

    /** Opens what is selected in the annotation editor. */
    static void open(Issue issue, IWorkbenchSite site) {
        try {
            site.getService(IHandlerService.class).executeCommand(Ids.OPEN_IN_ANNOTATION_EDITOR, null);
        } catch (CommandException failure) {
            Failures.show(NLS.bind(Messages.IssuePlace_failed, issue.file()), failure);
        }
    }
}
