package dev.errata.engine.ranking.scene;

import java.util.Arrays;

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
    /** By prediction: whether one that was kept stands for it. */
    private boolean[] behind = new boolean[64];
    private final IndexSort sort = new IndexSort();

    public void find(ImageScene scene) {
        Boxes run = scene.predictions;
        if (order.length < run.count) {
            order = new int[run.count * 2];
            key = new double[run.count * 2];
            prediction = new int[run.count * 2];
            behind = new boolean[run.count * 2];
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
        Arrays.fill(behind, 0, run.count, false);
        for (int i = 0; i < candidates; i++) {
            if (!behind[order[i]]) {
                prediction[count++] = order[i];
                standBefore(run, order[i]);
            }
        }
    }

    private void standBefore(Boxes run, int kept) {
        int touching = run.touching(run.left[kept], run.top[kept], run.width[kept], run.height[kept]);
        for (int i = 0; i < touching; i++) {
            behind[run.touched[i]] |= run.iou(kept, run, run.touched[i]) >= ImageScene.OVERLAP;
        }
    }
}
