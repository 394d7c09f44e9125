package dev.errata.dataset.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.Fields;
import dev.errata.dataset.state.ItemState;
import dev.errata.formats.LabelEdit;

/** What all changes of a dataset come to, against its label file: nothing for what was changed back. */
final class NetEdits {

    private final OpenDataset dataset;
    private final List<LabelEdit> edits = new ArrayList<>();

    private NetEdits(OpenDataset dataset) {
        this.dataset = dataset;
    }

    /** In the order of the images. */
    static List<LabelEdit> of(OpenDataset dataset) throws IOException {
        NetEdits net = new NetEdits(dataset);
        dataset.lock().readLock().lock();
        try {
            Map<Integer, Map<Long, ItemState>> images =
                dataset.changes().read(journal -> new TreeMap<>(journal.space(ChangeRules.LABELS)));
            for (Map.Entry<Integer, Map<Long, ItemState>> image : images.entrySet()) {
                net.add(image.getKey(), image.getValue());
            }
        } finally {
            dataset.lock().readLock().unlock();
        }
        return net.edits;
    }

    private void add(int image, Map<Long, ItemState> items) throws IOException {
        Map<Integer, AnnotationState> sources = new LinkedHashMap<>();
        dataset.labels().imported(image).forEach(source -> sources.put(source.position(), source));
        Set<Integer> kept = new HashSet<>();
        List<LabelEdit> added = new ArrayList<>();
        for (AnnotationState state : dataset.labels().of(image)) {
            if (state.added()) {
                added.add(added(image, state));
            } else {
                kept.add(state.position());
                ItemState item = items.get(state.id());
                if (item != null) {
                    change(sources.get(state.position()), state, item);
                }
            }
        }
        sources.keySet().stream().filter(position -> !kept.contains(position)).map(LabelEdit.Removed::new).forEach(edits::add);
        edits.addAll(added);
    }

    private static LabelEdit added(int image, AnnotationState state) {
        Map<String, String> attributes = new LinkedHashMap<>(state.attributes());
        attributes.values().removeIf(Objects::isNull);
        return new LabelEdit.Added(state.id(), image, state.label(), state.box(), state.polygons(), attributes, state.crowd());
    }

    private void change(AnnotationState source, AnnotationState state, ItemState item) throws IOException {
        Integer label = state.label() == source.label() ? null : state.label();
        double[] box = Arrays.equals(state.box(), source.box()) ? null : state.box();
        FieldHistory outlines = item.field(Fields.POLYGONS);
        List<double[]> polygons = outlines != null && outlines.modified() ? state.polygons() : null;
        Boolean crowd = state.crowd() == source.crowd() ? null : state.crowd();
        Map<String, String> attributes = attributes(source, state);
        if (label != null || box != null || polygons != null || crowd != null || attributes != null) {
            edits.add(new LabelEdit.Changed(source.position(), label, box, polygons, attributes, crowd));
        }
    }

    /** All attributes if one is different, else null. */
    private Map<String, String> attributes(AnnotationState source, AnnotationState state) throws IOException {
        if (state.attributes().isEmpty()) {
            return null;
        }
        Map<String, String> before = dataset.details().read(source.position()).attributes();
        Map<String, String> after = new LinkedHashMap<>(before);
        after.putAll(state.attributes());
        after.values().removeIf(Objects::isNull);
        return after.equals(before) ? null : after;
    }
}
