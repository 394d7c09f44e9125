package dev.errata.formats.compare;

import java.util.Comparator;
import java.util.stream.IntStream;

import dev.errata.engine.columns.AnnotationColumns;

/** The rows of one image by the left side of their boxes, so that those near another box are found without a look at all. */
final class LeftOrder {

    private final int first;
    private final int[] rows;
    private final double[] lefts;

    LeftOrder(AnnotationColumns columns, int image) {
        first = columns.begin(image);
        rows = IntStream.range(columns.begin(image), columns.end(image)).boxed()
            .sorted(Comparator.comparingDouble(columns::x)).mapToInt(Integer::intValue).toArray();
        lefts = new double[rows.length];
        for (int place = 0; place < rows.length; place++) {
            lefts[place] = columns.x(rows[place]);
        }
    }

    /** The first row of the image. */
    int first() {
        return first;
    }

    int row(int place) {
        return rows[place];
    }

    /** The first place whose box begins at or behind {@code left}, in pixels; the number of rows where there is none. */
    int from(double left) {
        int low = 0;
        int high = lefts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lefts[middle] < left) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place behind the last whose box begins at or before {@code left}. */
    int to(double left) {
        return from(Math.nextUp(left));
    }
}
