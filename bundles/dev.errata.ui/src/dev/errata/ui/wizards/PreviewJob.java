package dev.errata.ui.wizards;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

import dev.errata.ui.MonitorProgress;
import dev.errata.ui.wizards.ImportInput.RunInput;

/** Reads the files of an import once, to tell what they hold. */
final class PreviewJob extends Job {

    private final Path labels;
    private final String format;
    private final Path images;
    private final List<RunInput> runs;
    private final BiConsumer<PreviewJob, ImportPreview> receiver;

    /**
     * @param format the name of the label format; null where the content tells
     * @param receiver called in the background, unless the job is cancelled
     */
    PreviewJob(Path labels, String format, Path images, List<RunInput> runs, BiConsumer<PreviewJob, ImportPreview> receiver) {
        super(Messages.PreviewArea_reading);
        this.labels = labels;
        this.format = format;
        this.images = images;
        this.runs = runs;
        this.receiver = receiver;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            receiver.accept(this, ImportPreview.of(labels, format, images, runs, new MonitorProgress(monitor)));
            return Status.OK_STATUS;
        } catch (CancellationException stopped) {
            return Status.CANCEL_STATUS;
        }
    }
}
