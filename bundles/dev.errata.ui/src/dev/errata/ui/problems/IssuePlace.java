package dev.errata.ui.problems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.texteditor.ITextEditor;

import dev.errata.formats.Issue;
import dev.errata.formats.files.LabelTree;
import dev.errata.ui.Failures;

/** Opens the file of a problem where the problem is. */
final class IssuePlace {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor"; //$NON-NLS-1$

    /** Characters of a line that are selected from the place on, so that they are scrolled to. */
    private static final int LONGEST_SELECTION = 100;

    private IssuePlace() {
    }

    /** Reads the file in the background, then shows the place; a failure is shown. */
    static void open(Issue issue, IWorkbenchPage page) {
        Job job = Job.create(NLS.bind(Messages.IssuePlace_job, issue.file()), monitor -> {
            try {
                Excerpt excerpt = read(issue);
                page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> show(issue, excerpt, page));
            } catch (IOException | InvalidPathException unreadable) {
                Failures.show(NLS.bind(Messages.IssuePlace_failed, issue.file()), unreadable);
            }
            return Status.OK_STATUS;
        });
        job.setUser(true);
        job.schedule();
    }

    /** The text around the problem, of a file or of an entry of an archive. */
    static Excerpt read(Issue issue) throws IOException {
        String file = issue.file();
        int mark = Files.exists(Path.of(file)) ? -1 : file.indexOf('!');
        Path path = Path.of(mark < 0 ? file : file.substring(0, mark));
        try (LabelTree tree = LabelTree.of(path);
            InputStream in = tree.open(mark < 0 ? tree.names().get(0) : file.substring(mark + 1))) {
            return Excerpt.of(in, issue.line(), issue.column());
        }
    }

    private static void show(Issue issue, Excerpt excerpt, IWorkbenchPage page) {
        try {
            IEditorPart editor = page.openEditor(new ExcerptInput(issue.file(), excerpt), TEXT_EDITOR);
            if (editor instanceof ITextEditor text) {
                text.selectAndReveal(excerpt.start(), excerpt.shown(LONGEST_SELECTION));
            }
        } catch (PartInitException failure) {
            IStatus status = failure.getStatus();
            Failures.show(NLS.bind(Messages.IssuePlace_failed, issue.file()), new IOException(status.getMessage(), failure));
        }
    }
}
