package dev.errata.dataset.filter;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import dev.errata.dataset.state.AnnotationState;

/**
 * What people changed of the attributes of labels, by the label's id. Changed under the dataset's write lock, read under its
 * read lock.
 */
public final class LabelEdits {

    private final Map<Long, Map<String, String>> byId = new HashMap<>();
    private final Map<Integer, Set<Long>> idsOfImage = new HashMap<>();
    private final Set<String> names = new ConcurrentSkipListSet<>();

    /** Takes the labels of an image as they are now. */
    public void update(int image, List<AnnotationState> labels) {
        idsOfImage.getOrDefault(image, Set.of()).forEach(byId::remove);
        Set<Long> ids = new HashSet<>();
        for (AnnotationState label : labels) {
            if (!label.attributes().isEmpty()) {
                byId.put(label.id(), label.attributes());
                ids.add(label.id());
                names.addAll(label.attributes().keySet());
            }
        }
        if (ids.isEmpty()) {
            idsOfImage.remove(image);
        } else {
            idsOfImage.put(image, ids);
        }
    }

    /** The names of all attributes that somebody changed. */
    public Set<String> names() {
        return names;
    }

    boolean has(Compared of, int row, String name) {
        if (byId.isEmpty()) {
            return false;
        }
        Map<String, String> edited = byId.get(of.annotations().id(row));
        return edited != null && edited.containsKey(name);
    }

    /** The value after the changes; null where the attribute was taken away or emptied. */
    String text(Compared of, int row, String name) {
        String text = byId.get(of.annotations().id(row)).get(name);
        return text == null || text.isEmpty() ? null : text;
    }
}
