package dev.errata.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.errata.dataset.OpenDataset;
import dev.errata.engine.Progress;

/** People who have one dataset open, each in a program of their own. */
final class People implements AutoCloseable {

    private static final String AUTHOR = "errata.author";

    private final List<OpenDataset> opened = new ArrayList<>();

    /** Opens a dataset for somebody; what is opened next is another program. */
    OpenDataset open(Path folder, String author) throws Exception {
        System.setProperty(AUTHOR, author);
        OpenDataset dataset = OpenDataset.open(folder, Progress.NONE);
        opened.add(dataset);
        return dataset;
    }

    @Override
    public void close() {
        opened.forEach(OpenDataset::close);
        System.clearProperty(AUTHOR);
    }
}
