package dev.errata.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.model.Annotation;

/** Several people have one dataset open, each as if in a program of their own. */
abstract class TeamTest {

    @TempDir
    Path temporary;
    SmallDataset small;
    final List<OpenDataset> opened = new ArrayList<>();

    @BeforeEach
    void make() throws Exception {
        small = new SmallDataset(temporary);
    }

    @AfterEach
    void close() {
        opened.forEach(OpenDataset::close);
    }

    OpenDataset openAs(String author) throws Exception {
        OpenDataset dataset = small.openAs(author);
        opened.add(dataset);
        return dataset;
    }

    static Annotation annotation(OpenDataset dataset, long id) {
        return SmallDataset.annotation(dataset, id);
    }

    static void execute(OpenDataset dataset, Command command) {
        dataset.commandStack().execute(command);
    }

    static Command relabel(OpenDataset dataset, long id, int label) {
        return LabelCommands.relabel(dataset, List.of(annotation(dataset, id)), dataset.labelClass(label), "");
    }

    String exported(OpenDataset dataset) throws Exception {
        Path file = temporary.resolve("out.json");
        ExportDataset.run(dataset, "coco", file);
        return Files.readString(file);
    }
}
