package dev.errata.formats.coco;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.metrics.FederatedRules.Frequency;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.formats.GroundTruth;

/** What the images of several COCO files were checked for, as one set. */
final class SplitFederation {

    private SplitFederation() {
    }

    /**
     * Joins what the files say; images of a file that says nothing were checked for all classes.
     *
     * @param splits the labels of each file
     * @param classOf the class in the set, by file and class of the file
     * @param classes how many the set has
     * @return null where no file says anything
     */
    static FederatedRules of(List<GroundTruth> splits, List<int[]> classOf, int classes) {
        if (splits.size() == 1 || splits.stream().allMatch(split -> split.federated() == null)) {
            return splits.getFirst().federated();
        }
        int images = splits.stream().mapToInt(split -> split.images().size()).sum();
        int[][] absent = new int[images][];
        int[][] incomplete = new int[images][];
        Frequency[] frequency = new Frequency[classes];
        Arrays.fill(frequency, Frequency.UNKNOWN);
        int index = 0;
        for (int split = 0; split < splits.size(); split++) {
            FederatedRules rules = splits.get(split).federated();
            int[] labels = classOf.get(split);
            for (int image = 0; image < splits.get(split).images().size(); image++) {
                absent[index] = rules == null ? absent(splits.get(split).annotations(), image, labels, classes)
                    : mapped(rules.absent(image), labels);
                incomplete[index++] = rules == null ? new int[0] : mapped(rules.incomplete(image), labels);
            }
            for (int label = 0; rules != null && label < labels.length; label++) {
                Frequency said = rules.frequency(label);
                frequency[labels[label]] = said == Frequency.UNKNOWN ? frequency[labels[label]] : said;
            }
        }
        return FederatedRules.of(absent, incomplete, frequency);
    }

    /** All classes but those that an image has labels of. */
    private static int[] absent(AnnotationColumns rows, int image, int[] labels, int classes) {
        BitSet present = new BitSet();
        for (int row = rows.begin(image); row < rows.end(image); row++) {
            present.set(labels[rows.label(row)]);
        }
        return IntStream.range(0, classes).filter(label -> !present.get(label)).toArray();
    }

    private static int[] mapped(int[] classes, int[] labels) {
        return Arrays.stream(classes).map(label -> labels[label]).toArray();
    }
}
