package dev.errata.formats.coco;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import dev.errata.engine.metrics.FederatedRules;
import dev.errata.engine.metrics.FederatedRules.Frequency;

/** Gathers what LVIS adds to COCO's images and categories: what each image was checked for. */
final class Federation {

    private final List<HeaderRecord> images = new ArrayList<>();
    private final List<Frequency> frequencies = new ArrayList<>();
    private boolean found;

    void addImage(HeaderRecord image) {
        images.add(image.absent() == null && image.incomplete() == null ? null : image);
        found |= image.absent() != null;
    }

    void addCategory(HeaderRecord category) {
        frequencies.add(switch (category.frequency()) {
            case "r" -> Frequency.RARE;
            case "c" -> Frequency.COMMON;
            case "f" -> Frequency.FREQUENT;
            case null, default -> Frequency.UNKNOWN;
        });
    }

    /**
     * The rules, or null where no image says what it is known not to show.
     *
     * @param label the index of the class with an id, negative where there is none
     */
    FederatedRules rules(ToIntFunction<String> label) {
        if (!found) {
            return null;
        }
        int[][] absent = new int[images.size()][];
        int[][] incomplete = new int[images.size()][];
        for (int image = 0; image < absent.length; image++) {
            HeaderRecord record = images.get(image);
            absent[image] = labels(record == null ? null : record.absent(), label);
            incomplete[image] = labels(record == null ? null : record.incomplete(), label);
        }
        return FederatedRules.of(absent, incomplete, frequencies.toArray(Frequency[]::new));
    }

    private static int[] labels(List<String> ids, ToIntFunction<String> label) {
        return ids == null ? new int[0] : ids.stream().mapToInt(label).filter(index -> index >= 0).toArray();
    }
}
