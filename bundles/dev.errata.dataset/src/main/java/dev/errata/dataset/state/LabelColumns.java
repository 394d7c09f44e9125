package dev.errata.dataset.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;

/** The boxes of the label file with the changes of the journals put into them, image by image. */
public final class LabelColumns {

    private final AnnotationColumns columns;
    private final int firstNewPosition;
    private final Map<Integer, List<AnnotationState>> sources = new HashMap<>();

    /** @param records the number of records in the label file, those set aside included */
    public LabelColumns(AnnotationColumns columns, long records) {
        this.columns = columns;
        this.firstNewPosition = Math.toIntExact(records);
    }

    public AnnotationColumns columns() {
        return columns;
    }

    /** An image's annotations as the label file has them. */
    public List<AnnotationState> source(int image) {
        List<AnnotationState> changed = sources.get(image);
        return changed != null ? changed : rows(image);
    }

    private List<AnnotationState> rows(int image) {
        List<AnnotationState> states = new ArrayList<>(columns.end(image) - columns.begin(image));
        for (int row = columns.begin(image); row < columns.end(image); row++) {
            double[] box = {columns.x(row), columns.y(row), columns.width(row), columns.height(row)};
            states.add(new AnnotationState(columns.id(row), columns.position(row), false, columns.label(row), box,
                columns.area(row), columns.crowd(row), null, Map.of()));
        }
        return states;
    }

    /** All annotations as the label file has them, apart from these columns. */
    public AnnotationColumns imported() {
        int most = columns.size() + sources.values().stream().mapToInt(List::size).sum();
        AnnotationRows rows = new AnnotationRows(most);
        int[] imageOfRow = new int[most];
        for (int image = 0; image < columns.imageCount(); image++) {
            int begin = rows.size();
            List<AnnotationState> changed = sources.get(image);
            if (changed != null) {
                changed.forEach(state -> add(state, rows));
            } else {
                addUnchanged(image, rows);
            }
            Arrays.fill(imageOfRow, begin, rows.size(), image);
        }
        return AnnotationColumns.grouped(columns.imageCount(), imageOfRow, rows);
    }

    private void addUnchanged(int image, AnnotationRows rows) {
        for (int row = columns.begin(image); row < columns.end(image); row++) {
            rows.add(columns.id(row), columns.label(row), columns.x(row), columns.y(row), columns.width(row), columns.height(row),
                columns.area(row), columns.crowd(row), columns.position(row));
        }
    }

    private static void add(AnnotationState state, AnnotationRows rows) {
        double[] box = state.box();
        rows.add(state.id(), state.label(), box[0], box[1], box[2], box[3], state.area(), state.crowd(), state.position());
    }

    /** An image's annotations with the changes. */
    public List<AnnotationState> current(int image, Map<Long, ItemState> items) {
        return AnnotationFold.fold(source(image), items, firstNewPosition);
    }

    /**
     * Puts the changes of an image into the columns.
     *
     * @return its annotations with the changes
     */
    public List<AnnotationState> update(int image, Map<Long, ItemState> items) {
        sources.computeIfAbsent(image, this::rows);
        List<AnnotationState> states = current(image, items);
        AnnotationRows rows = new AnnotationRows(states.size());
        states.forEach(state -> add(state, rows));
        columns.replace(image, rows);
        return states;
    }
}
