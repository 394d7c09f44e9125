package dev.errata.engine.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;

import org.junit.jupiter.api.Test;

/** What a visitor saw of columns fills new ones that are the same. */
class ColumnVisitorTest {

    /** Keeps copies of what it sees. */
    private static final class Keeper implements ColumnVisitor<RuntimeException> {

        private final Queue<Object> kept = new ArrayDeque<>();

        @Override
        public void ints(int[] column) {
            kept.add(column.clone());
        }

        @Override
        public void longs(long[] column) {
            kept.add(column.clone());
        }

        @Override
        public void doubles(double[] column) {
            kept.add(column.clone());
        }

        @Override
        public void bytes(byte[] column) {
            kept.add(column.clone());
        }
    }

    /** Gives back what was kept. */
    private record Filler(Queue<Object> kept) implements ColumnVisitor<RuntimeException> {

        private void fill(Object column, int length) {
            System.arraycopy(kept.remove(), 0, column, 0, length);
        }

        @Override
        public void ints(int[] column) {
            fill(column, column.length);
        }

        @Override
        public void longs(long[] column) {
            fill(column, column.length);
        }

        @Override
        public void doubles(double[] column) {
            fill(column, column.length);
        }

        @Override
        public void bytes(byte[] column) {
            fill(column, column.length);
        }
    }

    private static AnnotationColumns annotations() {
        AnnotationRows rows = new AnnotationRows(3);
        rows.add(70, 1, 1, 2, 3, 4, 11, true, 0);
        rows.add(71, 0, 5, 6, 7, 8, 56, false, 1);
        rows.add(72, 2, 9, 10, 11, 12, 130, false, 2);
        return AnnotationColumns.grouped(3, new int[] {2, 0, 2}, rows);
    }

    @Test
    void annotationsAreFilledAsTheyWereSeen() {
        AnnotationColumns seen = annotations();
        Keeper keeper = new Keeper();
        seen.visit(keeper);
        AnnotationColumns filled = AnnotationColumns.filled(3, new Filler(keeper.kept));
        assertTrue(keeper.kept.isEmpty(), "all columns were filled");
        assertEquals(seen.size(), filled.size());
        for (int image = 0; image < 3; image++) {
            assertEquals(seen.begin(image), filled.begin(image));
            assertEquals(seen.end(image), filled.end(image));
        }
        for (int row = 0; row < seen.size(); row++) {
            assertEquals(text(seen, row), text(filled, row));
        }
    }

    private static String text(AnnotationColumns columns, int row) {
        return columns.id(row) + " " + columns.label(row) + " " + columns.x(row) + " " + columns.y(row) + " "
            + columns.width(row) + " " + columns.height(row) + " " + columns.area(row) + " " + columns.crowd(row) + " "
            + columns.position(row);
    }

    @Test
    void editedAnnotationsAreNotShown() {
        AnnotationColumns columns = annotations();
        columns.replace(1, new AnnotationRows(0));
        assertThrows(IllegalStateException.class, () -> columns.visit(new Keeper()));
    }

    @Test
    void predictionsAreFilledAsTheyWereSeen() {
        PredictionRows rows = new PredictionRows(2);
        rows.add(3, 1, 2, 3, 4, 0.5, 0);
        rows.add(4, 5, 6, 7, 8, 0.25, 1);
        PredictionColumns seen = PredictionColumns.grouped(2, new int[] {1, 0}, rows);
        Keeper keeper = new Keeper();
        seen.visit(keeper);
        PredictionColumns filled = PredictionColumns.filled(2, new Filler(keeper.kept));
        assertTrue(keeper.kept.isEmpty(), "all columns were filled");
        for (int image = 0; image < 2; image++) {
            int row = seen.begin(image);
            assertEquals(row, filled.begin(image));
            assertEquals(seen.end(image), filled.end(image));
            assertEquals(text(seen, row), text(filled, row));
        }
    }

    private static String text(PredictionColumns columns, int row) {
        return columns.label(row) + " " + columns.x(row) + " " + columns.y(row) + " " + columns.width(row) + " "
            + columns.height(row) + " " + columns.confidence(row) + " " + columns.position(row);
    }
}
