package dev.errata.ui.problems;

import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.dataset.OpenDataset;
import dev.errata.formats.Issue;
import dev.errata.review.ReviewedPictures;
import dev.errata.ui.Failures;
import dev.errata.ui.commands.Ids;

/** The picture that a problem is about: the workbench's selection while the problem is selected. */
final class PicturePlace {

    private PicturePlace() {
    }

    /** The image of a problem that is about one. */
    static ISelection of(OpenDataset dataset, Issue issue) {
        if (dataset == null || issue == null || !ReviewedPictures.isAbout(issue)) {
            return StructuredSelection.EMPTY;
        }
        return IntStream.range(0, dataset.imageCount())
            .filter(image -> dataset.imageEntry(image).originalId().equals(issue.record())).boxed().findFirst()
            .map(image -> new StructuredSelection(dataset.image(image))).orElse(StructuredSelection.EMPTY);
    }

    /** Opens the selected image in the annotation editor. */
    static void open(Issue issue, IWorkbenchSite site) {
        try {
            site.getService(IHandlerService.class).executeCommand(Ids.OPEN_IN_ANNOTATION_EDITOR, null);
        } catch (CommandException failure) {
            Failures.show(NLS.bind(Messages.IssuePlace_failed, issue.file()), failure);
        }
    }
}
