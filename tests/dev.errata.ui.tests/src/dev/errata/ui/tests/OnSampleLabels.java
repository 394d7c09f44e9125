package dev.errata.ui.tests;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;

/** A test in the window on the sample's labels and pictures, without predictions, as a dataset of its own. */
abstract class OnSampleLabels {

    @TempDir
    Path folder;

    final String name;
    Walk walk;
    Robot robot;
    OpenDataset dataset;

    /** @param name of the dataset */
    OnSampleLabels(String name) {
        this.name = name;
    }

    @BeforeEach
    void openLabels() throws Exception {
        walk = new Walk();
        robot = walk.robot;
        dataset = walk.openLabels(folder.resolve(name));
    }

    @AfterEach
    void closeAll() {
        walk.close();
    }
}
