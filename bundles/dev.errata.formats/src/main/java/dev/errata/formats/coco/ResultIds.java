package dev.errata.formats.coco;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.text.Ids;
import dev.errata.formats.text.Numbers;

/** Which images and classes of the labels the ids of a results file mean. */
final class ResultIds {

    private static final int NONE = -1;
    private static final int COCO_CLASSES = 80;
    /** The category ids up to 90 that COCO's detection task leaves out. */
    private static final int[] COCO_GAPS = {12, 26, 29, 30, 45, 66, 68, 69, 71, 83};

    private ResultIds() {
    }

    /** The image by the number of its id, or -1. Ids are those of the labels; where none is, they may be names of pictures. */
    static int[] images(Ids ids, GroundTruth truth) {
        int[] imageOfId = new int[ids.size()];
        Arrays.fill(imageOfId, NONE);
        boolean any = false;
        for (int image = 0; image < truth.images().size(); image++) {
            int number = ids.find(truth.images().get(image).originalId());
            if (number != NONE) {
                imageOfId[number] = image;
                any = true;
            }
        }
        return any || ids.size() == 0 ? imageOfId : imagesByName(ids, truth);
    }

    /** As Ultralytics writes them: the name of the file without its ending, as a number where it is one. */
    private static int[] imagesByName(Ids ids, GroundTruth truth) {
        Map<String, Integer> names = new HashMap<>();
        for (int image = 0; image < truth.images().size(); image++) {
            ImageEntry entry = truth.images().get(image);
            String base = PathNames.base(entry.fileName());
            String stem = PathNames.stem(base);
            String number = stem.matches("[0-9]{1,18}") ? Long.toString(Long.parseLong(stem)) : stem;
            int index = image;
            Stream.of(entry.fileName(), base, stem, number).distinct()
                .forEach(name -> names.merge(name, index, (a, b) -> NONE));
        }
        return IntStream.range(0, ids.size()).map(number -> names.getOrDefault(ids.text(number), NONE)).toArray();
    }

    /** The class by the number of its id, or -1. Results may name a class where labels have an id that is a text. */
    static int[] classes(Ids ids, GroundTruth truth, IssueLog log) {
        int[] classOfId = new int[ids.size()];
        Arrays.fill(classOfId, NONE);
        boolean counted = Formats.named(truth.format()).map(LabelFormat::holds)
            .filter(holds -> !holds.contains(Holds.CLASS_IDS)).isPresent();
        int[] counting = counted ? counting(ids, truth.classes().size(), log) : null;
        for (int label = 0; label < truth.classes().size(); label++) {
            int number = ids.find(counting == null ? truth.classes().get(label).originalId() : counting[label]);
            if (number == NONE) {
                number = ids.find(truth.classes().get(label).name());
            }
            if (number != NONE) {
                classOfId[number] = label;
            }
        }
        return classOfId;
    }

    /** How results number classes that have no ids in the labels; null where they may count as the labels do, from 0. */
    private static int[] counting(Ids ids, int classes, IssueLog log) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int number = 0; number < ids.size(); number++) {
            if (!Numbers.isCanonicalLong(ids.text(number))) {
                return null;
            }
            least = Math.min(least, Long.parseLong(ids.text(number)));
            most = Math.max(most, Long.parseLong(ids.text(number)));
        }
        int[] coco = IntStream.rangeClosed(1, COCO_CLASSES + COCO_GAPS.length)
            .filter(id -> Arrays.binarySearch(COCO_GAPS, id) < 0).toArray();
        boolean fromOne = least >= 1 && most == classes;
        boolean likeCoco = least >= 1 && most > classes && classes == COCO_CLASSES && IntStream.range(0, ids.size())
            .allMatch(number -> Arrays.binarySearch(coco, Integer.parseInt(ids.text(number))) >= 0);
        if (!fromOne && !likeCoco) {
            return null;
        }
        log.add(Severity.WARNING, "coco.category.counting", 0, 0, "", "", "The labels have no ids of classes, and those of the "
            + "results go from " + least + " to " + most + ": they were read as " + (fromOne ? "counted from 1."
                : "those of COCO, of which some numbers mean nothing."));
        return fromOne ? IntStream.rangeClosed(1, classes).toArray() : coco;
    }
}
