package dev.errata.dataset.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.sources.OriginalLabels;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.LabelEdit;

/**
 * What changed against the original labels of a sidecar: in the program that the labels were in meanwhile, and here. So the
 * original can be written back with nothing else different.
 */
final class OriginalEdits {

    private final OpenDataset dataset;
    private final OriginalLabels original;
    private final List<LabelEdit> edits = new ArrayList<>();
    /** The boxes of one image as imported, by position. */
    private final Map<Integer, double[]> imported = new HashMap<>();
    private final Set<Integer> kept = new HashSet<>();

    private OriginalEdits(OpenDataset dataset, OriginalLabels original) {
        this.dataset = dataset;
        this.original = original;
    }

    /** Empty where the original has no place for an image or a class that is used now. */
    static Optional<List<LabelEdit>> of(OpenDataset dataset, OriginalLabels original) throws IOException {
        OriginalEdits all = new OriginalEdits(dataset, original);
        for (int image = 0; image < dataset.imageCount(); image++) {
            all.imported.clear();
            dataset.labels().imported(image).forEach(state -> all.imported.put(state.position(), state.box()));
            for (AnnotationState state : dataset.labels().of(image)) {
                if (original.image(image) < 0 || original.label(state.label()) < 0) {
                    return Optional.empty();
                }
                all.add(image, state);
            }
        }
        all.remove();
        return Optional.of(all.edits);
    }

    private void add(int image, AnnotationState state) throws IOException {
        int row = state.added() ? -1 : original.row(state.position());
        if (row >= 0) {
            kept.add(row);
            change(state, row);
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>(state.attributes());
        List<double[]> polygons = state.polygons();
        if (!state.added()) {
            dataset.details().read(state.position()).attributes().forEach(attributes::putIfAbsent);
            polygons = polygons == null ? dataset.details().read(state.position()).polygons() : polygons;
        }
        attributes.values().removeIf(Objects::isNull);
        edits.add(new LabelEdit.Added(state.id(), original.image(image), original.label(state.label()), state.box(), polygons,
            attributes, state.crowd()));
    }

    private void change(AnnotationState state, int row) throws IOException {
        AnnotationColumns rows = original.labels().annotations();
        Integer label = original.label(state.label()) == rows.label(row) ? null : Integer.valueOf(original.label(state.label()));
        double[] box = boxChanged(state) ? state.box() : null;
        Boolean crowd = state.crowd() == rows.crowd(row) ? null : Boolean.valueOf(state.crowd());
        Map<String, String> attributes = null;
        if (!state.attributes().isEmpty()) {
            Map<String, String> before = original.detail(state.position()).attributes();
            attributes = new LinkedHashMap<>(before);
            attributes.putAll(state.attributes());
            attributes.values().removeIf(Objects::isNull);
            attributes = attributes.equals(before) ? null : attributes;
        }
        if (label != null || box != null || state.polygons() != null || crowd != null || attributes != null) {
            edits.add(new LabelEdit.Changed(rows.position(row), label, box, state.polygons(), attributes, crowd));
        }
    }

    /** Whether somebody moved the box, here or elsewhere; that formats round doesn't count. */
    private boolean boxChanged(AnnotationState state) {
        if (!original.sameBox(state.position())) {
            return true;
        }
        return !Arrays.equals(state.box(), imported.get(state.position()));
    }

    private void remove() {
        AnnotationColumns rows = original.labels().annotations();
        for (int image = 0; image < rows.imageCount(); image++) {
            for (int row = rows.begin(image); row < rows.end(image); row++) {
                if (!kept.contains(row)) {
                    edits.add(new LabelEdit.Removed(rows.position(row)));
                }
            }
        }
    }
}
