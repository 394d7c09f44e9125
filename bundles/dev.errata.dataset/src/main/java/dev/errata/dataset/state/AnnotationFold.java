package dev.errata.dataset.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds changes of annotations over what they were before. */
public final class AnnotationFold {

    private AnnotationFold() {
    }

    /**
     * The annotations of one image after changes.
     *
     * @param before in the order of their positions
     * @param items what the journals say of them, by id
     * @param firstNewPosition the position of the first annotation that was added
     */
    public static List<AnnotationState> fold(List<AnnotationState> before, Map<Long, ItemState> items, int firstNewPosition) {
        if (items.isEmpty()) {
            return before;
        }
        List<AnnotationState> after = new ArrayList<>(before.size() + 4);
        Set<Long> known = new HashSet<>();
        for (AnnotationState annotation : before) {
            known.add(annotation.id());
            ItemState item = items.get(annotation.id());
            if (item == null) {
                after.add(annotation);
            } else if (item.exists(true)) {
                after.add(annotation.with(item));
            }
        }
        int position = firstNewPosition;
        for (ItemState item : additions(items, known)) {
            if (item.exists(false)) {
                after.add(AnnotationState.of(item.addition().orElseThrow().change(), position).with(item));
            }
            position++;
        }
        return after;
    }

    private static List<ItemState> additions(Map<Long, ItemState> items, Set<Long> known) {
        return items.entrySet().stream()
            .filter(item -> !known.contains(item.getKey()) && item.getValue().addition().isPresent())
            .map(Map.Entry::getValue)
            .sorted(Comparator.comparing(item -> item.addition().orElseThrow()))
            .toList();
    }
}
