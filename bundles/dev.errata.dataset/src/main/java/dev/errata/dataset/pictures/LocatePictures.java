package dev.errata.dataset.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.util.EcoreUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.model.Dataset;
import dev.errata.formats.io.FileFaults;

/** Says where the pictures of a dataset are: they were moved, or a teammate has them elsewhere. */
public final class LocatePictures {

    private LocatePictures() {
    }

    /**
     * Looks for pictures in a folder, and in those below it to which their names are relative, before the folders that are known
     * already.
     *
     * @return of how many images there is a picture now
     * @throws DatasetException if there is no such folder, it has none of the pictures, or the document could not be written;
     *     then the dataset is as it was
     */
    public static int run(OpenDataset dataset, Path folder) throws DatasetException {
        Path images = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(images)) {
            throw new DatasetException("There is no image folder " + images + ".");
        }
        List<Path> found = ImageFolderSearch.holding(images, dataset.source());
        if (found.isEmpty()) {
            String example = dataset.imageCount() == 0 ? "" : ", for example " + dataset.fileName(0);
            throw new DatasetException("None of the " + dataset.imageCount() + " images of " + dataset.name() + " is in " + images
                + " or in the folders below" + example + ".");
        }
        try {
            Dataset written = EcoreUtil.copy(DocumentFile.load(dataset.folder()));
            Set<String> folders = new LinkedHashSet<>(found.stream().map(Path::toString).toList());
            folders.addAll(written.getImageFolders());
            written.getImageFolders().clear();
            written.getImageFolders().addAll(folders);
            DocumentFile.save(written, dataset.folder());
            dataset.setImageFolders(List.copyOf(folders));
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(FileFaults.told(e), e);
        }
        return (int) IntStream.range(0, dataset.imageCount()).filter(image -> dataset.picture(image).isPresent()).count();
    }
}
