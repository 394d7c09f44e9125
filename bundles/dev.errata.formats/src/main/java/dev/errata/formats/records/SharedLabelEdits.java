package dev.errata.formats.records;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;

/**
 * Edits of records whose class stands once for all of them. If all of them get the same class it is changed there; a single one
 * that gets another is left out, and added anew elsewhere.
 */
final class SharedLabelEdits {

    private final GroundTruth truth;
    private final NavigableMap<Integer, Changed> changes;
    private final BitSet removed;
    private final List<Added> moved = new ArrayList<>();
    private long nextId;

    /**
     * @param changes by position; those of the class are taken out
     * @param removed the positions of records that are left out; those that move are added
     */
    SharedLabelEdits(GroundTruth truth, NavigableMap<Integer, Changed> changes, BitSet removed, Collection<Added> added) {
        this.truth = truth;
        this.changes = changes;
        this.removed = removed;
        nextId = Math.max(truth.counts().read(), added.stream().mapToLong(Added::id).max().orElse(0)) + 1;
    }

    /** The class that all records have got; -1 where they have not, and each record with another class moves. */
    int common(SharedLabel shared) throws IOException {
        NavigableMap<Integer, Changed> own = changes.subMap(shared.first(), true, shared.end(), false);
        List<Changed> relabelled = own.values().stream().filter(change -> change.label() != null).toList();
        if (relabelled.isEmpty()) {
            return -1;
        }
        int label = relabelled.getFirst().label();
        int left = shared.end() - shared.first() - removed.get(shared.first(), shared.end()).cardinality();
        boolean all = relabelled.size() == left && relabelled.stream().allMatch(change -> change.label() == label);
        for (Changed change : relabelled) {
            changes.remove(change.position());
            if (!all) {
                move(change);
            } else if (change.box() != null || change.polygons() != null || change.attributes() != null) {
                changes.put(change.position(), new Changed(change.position(), null, change.box(), change.polygons(),
                    change.attributes(), change.crowd()));
            }
        }
        return all ? label : -1;
    }

    private void move(Changed change) throws IOException {
        AnnotationColumns columns = truth.annotations();
        Detail detail = truth.details().read(change.position());
        for (int image = 0; image < columns.imageCount(); image++) {
            for (int row = columns.begin(image); row < columns.end(image); row++) {
                if (columns.position(row) == change.position()) {
                    double[] box = {columns.x(row), columns.y(row), columns.width(row), columns.height(row)};
                    List<double[]> outlines = change.box() == null ? detail.polygons() : List.of();
                    moved.add(new Added(nextId++, image, change.label(), change.box() == null ? box : change.box(),
                        change.polygons() == null ? outlines : change.polygons(),
                        change.attributes() == null ? detail.attributes() : change.attributes(), columns.crowd(row)));
                }
            }
        }
        removed.set(change.position());
    }

    /** The records that moved. */
    List<Added> moved() {
        return moved;
    }
}
