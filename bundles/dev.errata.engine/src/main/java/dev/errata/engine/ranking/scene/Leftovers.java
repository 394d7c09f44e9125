package dev.errata.engine.ranking.scene;

import dev.errata.engine.IndexSort;

/**
 * The predictions of an image that no label explains, one for each supposed object: the most confident one stands for all
 * that overlap it. One instance serves one thread.
 */
public final class Leftovers {

    public int count;
    public int[] prediction = new int[64];
    private int[] order = new int[64];
    private double[] key = new double[64];
    private final IndexSort sort = new IndexSort();

    public void find(ImageScene scene) {
        Boxes run = scene.predictions;
        if (order.length < run.count) {
            order = new int[run.count * 2];
            key = new double[run.count * 2];
            prediction = new int[run.count * 2];
        }
        int candidates = 0;
        for (int p = 0; p < run.count; p++) {
            if (scene.nearestIou[p] < ImageScene.OVERLAP && !scene.inCrowd(p)) {
                order[candidates++] = p;
                key[p] = -run.confidence[p];
            }
        }
        sort.reorder(key, order, candidates);
        count = 0;
        for (int i = 0; i < candidates; i++) {
            if (!standsBehind(run, order[i])) {
                prediction[count++] = order[i];
            }
        }
    }

    private boolean standsBehind(Boxes run, int candidate) {
        for (int k = 0; k < count; k++) {
            if (run.iou(prediction[k], run, candidate) >= ImageScene.OVERLAP) {
                return true;
            }
        }
        return false;
    }
}
