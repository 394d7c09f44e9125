package dev.errata.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.matrix.model.MatrixFacts;
import dev.errata.ui.matrix.model.MatrixModel;

/** Matrices for tests. */
final class MatrixSamples {

    static final MatrixFacts FACTS = new MatrixFacts("streets", "yolo", "default", Thresholds.DEFAULT, ClassRules.NONE, false, "",
        2, 3);

    private MatrixSamples() {
    }

    /** Two classes and background; the last number of the last row is always 0. */
    static MatrixModel cars() {
        return of(List.of("car", "person", "background"), new long[][] {{900, 12, 88}, {4, 0, 6}, {2277, 0, 0}});
    }

    static MatrixModel of(List<String> names, long[][] counts) {
        ConfusionMatrix matrix = new ConfusionMatrix(names.size() - 1);
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                matrix.add(row, column, counts[row][column]);
            }
        }
        return new MatrixModel(names, matrix, FACTS);
    }

    /** A sparse matrix of many classes. */
    static MatrixModel random(int classes, long seed) {
        Random random = new Random(seed);
        long[][] counts = new long[classes + 1][classes + 1];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            names.add("class " + i);
            counts[i][i] = random.nextInt(1000);
            counts[i][classes] = random.nextInt(3);
            counts[classes][i] = random.nextInt(3);
            for (int j = 0; j < 4; j++) {
                counts[i][random.nextInt(classes)] += random.nextInt(20);
            }
        }
        names.add("background");
        return of(names, counts);
    }
}
