package dev.errata.formats.records;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.io.PathNames;

/** Which images and classes of labels are those that a file of predictions names. */
final class TruthNames {

    private static final int NONE = -1;
    /** In place of an image where a name fits several. */
    static final int SEVERAL = -2;

    private final GroundTruth truth;
    private final String format;

    /** @param format the format of the predictions */
    TruthNames(GroundTruth truth, String format) {
        this.truth = truth;
        this.format = format;
    }

    /**
     * The image of the labels by each image that was read, {@link #SEVERAL} or -1. Files of one format name their images by the
     * same keys; files of others by what the pictures are called.
     */
    int[] images(List<ImageEntry> images) {
        Map<String, Integer> keys = new HashMap<>();
        Map<String, Integer> exact = new HashMap<>();
        Map<String, Integer> bases = new HashMap<>();
        Map<String, Integer> stems = new HashMap<>();
        List<ImageEntry> all = truth.images();
        for (int image = 0; image < all.size(); image++) {
            String name = all.get(image).fileName().replace('\\', '/');
            keys.merge(all.get(image).originalId(), image, (a, b) -> SEVERAL);
            exact.merge(name, image, (a, b) -> SEVERAL);
            bases.merge(PathNames.base(name), image, (a, b) -> SEVERAL);
            stems.merge(PathNames.stem(PathNames.base(name)), image, (a, b) -> SEVERAL);
        }
        boolean sameKeys = truth.format().equals(format);
        int[] found = new int[images.size()];
        for (int image = 0; image < found.length; image++) {
            String name = images.get(image).fileName().replace('\\', '/');
            int byKey = keys.getOrDefault(images.get(image).originalId(), NONE);
            int match = sameKeys ? byKey : NONE;
            match = match == NONE ? exact.getOrDefault(name, NONE) : match;
            match = match < 0 && byKey >= 0 ? byKey : match;
            match = match == NONE ? keys.getOrDefault(name, NONE) : match;
            match = match == NONE ? bases.getOrDefault(PathNames.base(name), NONE) : match;
            found[image] = match == NONE ? stems.getOrDefault(PathNames.stem(PathNames.base(name)), NONE) : match;
        }
        return found;
    }

    /** The class of the labels by each name that was read, or -1. */
    int[] classes(List<String> names) {
        Map<String, Integer> exact = new HashMap<>();
        Map<String, Integer> loose = new HashMap<>();
        for (int label = 0; label < truth.classes().size(); label++) {
            String name = truth.classes().get(label).name();
            exact.putIfAbsent(name, label);
            loose.merge(name.strip().toLowerCase(Locale.ROOT), label, (a, b) -> -1);
        }
        int[] found = new int[names.size()];
        for (int label = 0; label < found.length; label++) {
            String name = names.get(label);
            Integer match = exact.get(name);
            found[label] = match == null ? loose.getOrDefault(name.strip().toLowerCase(Locale.ROOT), -1) : match;
        }
        return found;
    }
}
