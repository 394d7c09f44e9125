package dev.errata.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.swt.graphics.ImageData;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.pictures.Pictures;

/** A dataset of pictures without labels; it is imported when it is first asked for. */
final class PictureSet implements AutoCloseable {

    private record Entry(int index, int width, int height) {
    }

    private final Path folder;
    private final Path images;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private OpenDataset dataset;

    PictureSet(Path folder) throws IOException {
        this.folder = folder;
        images = Files.createDirectory(folder.resolve("images"));
    }

    /** Adds a picture and the size that its labels state. */
    PictureSet add(String name, byte[] file, int width, int height) throws IOException {
        Files.write(file(name), file);
        return addMissing(name, width, height);
    }

    /** Adds an image whose picture is not there. */
    PictureSet addMissing(String name, int width, int height) {
        entries.put(name, new Entry(entries.size(), width, height));
        return this;
    }

    Path file(String name) {
        return images.resolve(name);
    }

    int index(String name) {
        return entries.get(name).index;
    }

    OpenDataset dataset() {
        if (dataset == null) {
            String list = entries.entrySet().stream().map(e -> "{\"id\":" + (e.getValue().index + 1) + ",\"file_name\":\""
                + e.getKey() + "\",\"width\":" + e.getValue().width + ",\"height\":" + e.getValue().height + "}")
                .collect(Collectors.joining(","));
            Path labels = folder.resolve("labels.json");
            try {
                Files.writeString(labels,
                    "{\"images\":[" + list + "],\"categories\":[{\"id\":1,\"name\":\"cell\"}],\"annotations\":[]}");
                new ImportDataset(folder.resolve("dataset"), labels).images(images).run(Progress.NONE);
                dataset = OpenDataset.open(folder.resolve("dataset"), Progress.NONE);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return dataset;
    }

    ImageData picture(String name) {
        return Pictures.get().picture(dataset(), index(name)).join();
    }

    @Override
    public void close() {
        if (dataset != null) {
            dataset.close();
        }
    }
}
