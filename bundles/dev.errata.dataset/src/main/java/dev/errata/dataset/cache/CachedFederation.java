package dev.errata.dataset.cache;

import java.io.IOException;

import dev.errata.engine.metrics.FederatedRules;
import dev.errata.engine.metrics.FederatedRules.Frequency;
import dev.errata.formats.GroundTruth;

/** What the images of a federated dataset were checked for, in a cache file. */
final class CachedFederation {

    private CachedFederation() {
    }

    static void write(GroundTruth truth, ColumnWriter out) throws IOException {
        FederatedRules rules = truth.federated();
        out.put(rules == null ? 0 : 1);
        if (rules == null) {
            return;
        }
        for (int image = 0; image < truth.images().size(); image++) {
            list(rules.absent(image), out);
            list(rules.incomplete(image), out);
        }
        for (int label = 0; label < truth.classes().size(); label++) {
            out.put(rules.frequency(label).ordinal());
        }
    }

    private static void list(int[] labels, ColumnWriter out) throws IOException {
        out.put(labels.length);
        for (int label : labels) {
            out.put(label);
        }
    }

    static FederatedRules read(ColumnReader in, int imageCount, int classCount) throws IOException {
        if (in.readInt() == 0) {
            return null;
        }
        int[][] absent = new int[imageCount][];
        int[][] incomplete = new int[imageCount][];
        for (int image = 0; image < imageCount; image++) {
            absent[image] = list(in);
            incomplete[image] = list(in);
        }
        Frequency[] frequency = new Frequency[classCount];
        for (int label = 0; label < classCount; label++) {
            frequency[label] = Frequency.values()[in.readInt()];
        }
        return FederatedRules.of(absent, incomplete, frequency);
    }

    private static int[] list(ColumnReader in) throws IOException {
        int[] labels = new int[in.readSize()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.readInt();
        }
        return labels;
    }
}
