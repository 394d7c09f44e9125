package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.ConfusedPairs;
import dev.errata.ui.matrix.model.ConfusedPairs.Order;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;
import dev.errata.ui.matrix.model.MatrixText;
import dev.errata.ui.matrix.model.Normalisation;

class MatrixModelTest {

    @Test
    void totalsAreTheSumsOfTheCells() {
        MatrixModel model = MatrixSamples.cars();
        assertEquals(1000, model.rowTotal(0));
        assertEquals(10, model.rowTotal(1));
        assertEquals(2277, model.rowTotal(2));
        assertEquals(3181, model.columnTotal(0));
        assertEquals(3287, model.total());
        assertEquals(1010, model.annotations());
        assertEquals(3193, model.predictions());
    }

    @Test
    void copyDoesNotFollowTheMatrix() {
        ConfusionMatrix matrix = new ConfusionMatrix(1);
        matrix.add(0, 0, 5);
        MatrixModel model = new MatrixModel(List.of("car", "background"), matrix, MatrixSamples.FACTS);
        matrix.add(0, 0, 1);
        assertEquals(5, model.count(0, 0));
    }

    @Test
    void sharesOfARowAndOfAColumnAddUpToOne() {
        MatrixModel model = MatrixSamples.random(60, 7);
        for (int i = 0; i < model.size(); i++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < model.size(); j++) {
                row += model.value(i, j, Normalisation.ROWS);
                column += model.value(j, i, Normalisation.COLUMNS);
            }
            assertEquals(model.rowTotal(i) == 0 ? 0 : 1, row, 1e-9);
            assertEquals(model.columnTotal(i) == 0 ? 0 : 1, column, 1e-9);
        }
    }

    @Test
    void emptyRowHasNoShares() {
        MatrixModel model = MatrixSamples.of(List.of("car", "background"), new long[][] {{0, 0}, {3, 0}});
        assertEquals(0, model.rowShare(0, 1));
    }

    @Test
    void namesMustMatchTheMatrix() {
        assertThrows(IllegalArgumentException.class,
            () -> new MatrixModel(List.of("car"), new ConfusionMatrix(1), MatrixSamples.FACTS));
    }

    @Test
    void worstPairIsOneOfTwoClassesWhereThereIsOne() {
        assertEquals(new ClassPair(0, 1), MatrixSamples.cars().worst());
        assertEquals(new ClassPair(1, 0),
            MatrixSamples.of(List.of("car", "background"), new long[][] {{9, 1}, {3, 0}}).worst());
        assertNull(MatrixSamples.of(List.of("car", "background"), new long[][] {{9, 0}, {0, 0}}).worst());
    }

    @Test
    void largestMismatchReachesTheEndOfTheScaleAndHiddenDiagonalHasNoColour() {
        MatrixModel model = MatrixSamples.cars();
        MatrixOptions options = MatrixOptions.DEFAULT;
        assertEquals(255, options.step(model, 2, 0));
        assertEquals(255, options.step(model, 0, 0));
        assertEquals(-1, options.withDiagonal(false).step(model, 0, 0));
        assertEquals(-1, options.step(model, 1, 1));
        assertTrue(options.step(model, 1, 0) > 0);
        assertTrue(options.withLogarithmic(false).step(model, 1, 0) < options.step(model, 1, 0));
    }

    @Test
    void everyMismatchIsListedOnceAndLargestFirst() {
        MatrixModel model = MatrixSamples.random(60, 11);
        ConfusedPairs pairs = ConfusedPairs.of(model, label -> true, true, Order.COUNT, false);
        Set<ClassPair> seen = new HashSet<>();
        long sum = 0;
        for (int i = 0; i < pairs.count(); i++) {
            ClassPair pair = pairs.pair(i);
            assertTrue(seen.add(pair));
            assertFalse(pair.isDiagonal());
            assertTrue(i == 0 || model.count(pairs.pair(i - 1)) >= model.count(pair));
            assertEquals(i, pairs.indexOf(pair));
            sum += model.count(pair);
        }
        long diagonal = 0;
        for (int i = 0; i < model.size(); i++) {
            diagonal += model.count(i, i);
        }
        assertEquals(model.total() - diagonal, sum);
    }

    @Test
    void listLeavesOutBackgroundAndOtherClasses() {
        MatrixModel model = MatrixSamples.cars();
        ConfusedPairs classesOnly = ConfusedPairs.of(model, label -> true, false, Order.COUNT, false);
        assertEquals(2, classesOnly.count());
        assertEquals(new ClassPair(0, 1), classesOnly.pair(0));
        ConfusedPairs persons = ConfusedPairs.of(model, label -> label == 1, true, Order.SHARE, false);
        assertEquals(3, persons.count());
        assertEquals(new ClassPair(1, 2), persons.pair(0));
        assertEquals(new ClassPair(0, 1), ConfusedPairs.of(model, label -> label == 1, true, Order.SHARE, true).pair(0));
        assertEquals(-1, classesOnly.indexOf(new ClassPair(2, 0)));
    }

    @Test
    void textHasNamesCountsAndTotals() {
        String tsv = MatrixText.tsv(MatrixSamples.cars(), Normalisation.COUNTS, "gt", "total");
        assertEquals("gt\tcar\tperson\tbackground\ttotal\ncar\t900\t12\t88\t1000\nperson\t4\t0\t6\t10\n"
            + "background\t2277\t0\t0\t2277\ntotal\t3181\t12\t94\t3287\n", tsv);
    }

    @Tag("case-74")
    @Test
    void csvQuotesNamesAndDisarmsFormulas() {
        MatrixModel model = MatrixSamples.of(List.of("=1+1", "a, \"b\"", "background"), new long[3][3]);
        String[] lines = MatrixText.csv(model, Normalisation.ROWS, "gt", "total").split("\r\n");
        assertEquals("gt,'=1+1,\"a, \"\"b\"\"\",background,total", lines[0]);
        assertEquals("'=1+1,0.000000,0.000000,0.000000,0", lines[1]);
    }
}
