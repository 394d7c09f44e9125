package dev.errata.dataset.pictures;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.errata.dataset.files.PictureFolders;
import dev.errata.dataset.model.Dataset;

/** The pictures of an open dataset, inside the folders that its document names. */
public final class DatasetPictures {

    private final Path folder;
    private final Dataset document;
    private volatile PictureFolders folders;

    /** @param folder of the dataset; relative names of folders start there */
    public DatasetPictures(Path folder, Dataset document) {
        this.folder = folder;
        this.document = document;
        folders = named();
    }

    private PictureFolders named() {
        return new PictureFolders(document.getImageFolders().stream().map(folder::resolve).toList());
    }

    /** The picture with the name that the label file gives it; empty where there is none. */
    public Optional<Path> find(String fileName) {
        return folders.find(fileName);
    }

    /** Looks in other folders from now on. The caller holds the dataset's write lock. */
    public void setFolders(List<String> names) {
        document.getImageFolders().clear();
        document.getImageFolders().addAll(names);
        folders = named();
    }
}
