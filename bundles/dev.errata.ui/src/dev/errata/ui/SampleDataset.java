package dev.errata.ui;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.wizards.ImportJob;

/** The sample: blood cells with two models' predictions, imported into the workspace when it is opened for the first time. */
public final class SampleDataset {

    private static final String BUNDLE = "dev.errata.sample"; //$NON-NLS-1$
    private static final String NAME = "BCCD sample"; //$NON-NLS-1$

    private SampleDataset() {
    }

    /** Opens the sample, which the person may have changed since it was imported; errors are shown. Any thread. */
    public static CompletableFuture<OpenDataset> open() {
        Path folder = Path.of(ResourcesPlugin.getWorkspace().getRoot().getLocation().toOSString()).resolve(NAME);
        if (Files.isRegularFile(folder.resolve(DatasetProjects.DOCUMENT))) {
            return DatasetProjects.open(folder);
        }
        return ImportJob.start(NAME, progress -> importInto(folder, progress));
    }

    private static ImportDataset.Result importInto(Path folder, Progress progress) throws DatasetException {
        try {
            Path sample = installed();
            return new ImportDataset(folder, sample.resolve("labels.json")).name(NAME) //$NON-NLS-1$
                .images(copy(sample.resolve("images"))) //$NON-NLS-1$
                .run("model A", sample.resolve("model_a.json")) //$NON-NLS-1$ //$NON-NLS-2$
                .run("model B", sample.resolve("model_b.json")) //$NON-NLS-1$ //$NON-NLS-2$
                .run(progress);
        } catch (DatasetException failure) {
            throw failure;
        } catch (IOException failure) {
            throw new DatasetException(failure.getMessage(), failure);
        }
    }

    private static Path installed() throws IOException {
        Bundle bundle = Platform.getBundle(BUNDLE);
        URL folder = bundle == null ? null : bundle.getEntry("bccd"); //$NON-NLS-1$
        if (folder == null) {
            throw new DatasetException(Messages.SampleDataset_missing);
        }
        return Path.of(new java.io.File(FileLocator.toFileURL(folder).getPath()).getPath());
    }

    /** The pictures go into the workspace: an update of the program may take away the installed ones. */
    private static Path copy(Path images) throws IOException {
        Path target = Path.of(Platform.getStateLocation(FrameworkUtil.getBundle(SampleDataset.class)).toOSString())
            .resolve("bccd"); //$NON-NLS-1$
        Files.createDirectories(target);
        List<Path> pictures;
        try (Stream<Path> files = Files.list(images)) {
            pictures = files.toList();
        }
        for (Path picture : pictures) {
            Files.copy(picture, target.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }
}
