package dev.errata.engine.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    @Test
    void learnsAnInteractionThatNoSingleFeatureShows() {
        Random random = new Random(41);
        TrainingRows rows = new TrainingRows(3);
        for (int i = 0; i < 4000; i++) {
            float[] row = {random.nextFloat() - 0.5f, random.nextFloat() - 0.5f, random.nextFloat()};
            rows.add(row, row[0] * row[1] > 0, 1, i, 0);
        }
        BoostedTrees trees = BoostedTreesTrainer.train(rows, 0, 4);
        int right = 0;
        for (int i = 0; i < 1000; i++) {
            float[] row = {random.nextFloat() - 0.5f, random.nextFloat() - 0.5f, random.nextFloat()};
            right += trees.logOdds(row) > 0 == row[0] * row[1] > 0 ? 1 : 0;
        }
        assertTrue(right > 930, right + " of 1000");
    }

    @Test
    void logOddsAreTheRatioOfDensitiesWhateverTheCounts() {
        Random random = new Random(42);
        TrainingRows rows = new TrainingRows(1);
        for (int i = 0; i < 20_000; i++) {
            boolean positive = i % 20 == 0;
            float value = random.nextDouble() < (positive ? 0.8 : 0.2) ? 1 : 0;
            rows.add(new float[] {value}, positive, positive ? 0.003 : 1, i, 0);
        }
        BoostedTrees trees = BoostedTreesTrainer.train(rows, 0, 2);
        assertEquals(Math.log(4), trees.logOdds(new float[] {1}), 0.2);
        assertEquals(-Math.log(4), trees.logOdds(new float[] {0}), 0.2);
    }

    @Test
    void theOrderOfTheGroupsChangesNothing() {
        Random random = new Random(43);
        TrainingRows forward = new TrainingRows(2);
        TrainingRows backward = new TrainingRows(2);
        float[][] values = new float[500][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new float[] {random.nextFloat(), random.nextFloat()};
            forward.add(values[i], values[i][0] > 0.6, 1, i, 0);
        }
        for (int i = values.length - 1; i >= 0; i--) {
            backward.add(values[i], values[i][0] > 0.6, 1, i, 0);
        }
        BoostedTrees one = BoostedTreesTrainer.train(forward, 1, 3);
        BoostedTrees other = BoostedTreesTrainer.train(backward, 1, 3);
        for (float[] row : values) {
            assertEquals(one.logOdds(row), other.logOdds(row));
        }
    }

    /** Half of the positives are in a part where one example in ten is a hidden one, half where one in fifty is. */
    @Test
    void howOftenPositivesHideIsFoundByPart() {
        TrainingRows rows = hidden(0.1, 0.02, 5);
        double[] rate = share(rows).rates(2, -1, 0.05).ofPart();
        assertEquals(0.1, rate[0], 0.02);
        assertEquals(0.02, rate[1], 0.006);
    }

    @Test
    void whereRightAndWrongLookAlikeWhatIsUsualStands() {
        TrainingRows rows = hidden(0, 0, 0.3);
        double[] rate = share(rows).rates(2, -1, 0.02).ofPart();
        assertEquals(0.5, rate[0], 1e-9, "the largest rate that is thought of");
        TrainingRows steep = hidden(0, 0, 2);
        assertEquals(0.02, share(steep).rates(2, -1, 0.02).ofPart()[0], 0.01);
    }

    @Test
    void anUnclearPartTakesAfterTheOther() {
        TrainingRows rows = hidden(0.1, 0.1, 5);
        ErrorShare.Rates rates = share(rows).rates(2, 1, 0.01);
        assertEquals(0.1, rates.common(), 0.02);
        assertEquals(0.75 * rates.common(), rates.ofPart()[1], 1e-9);
    }

    /** Of the third part a handful of rows is known: what they don't tell is taken from the part that tells. */
    @Test
    void wherePartsThatTellHoldMoreThanUsualSoDoTheOthers() {
        TrainingRows rows = hidden(0.1, 0.1, 5);
        for (int i = 0; i < 12; i++) {
            rows.add(new float[] {i % 4 == 0 ? 5 : 0, 2}, i % 4 == 0, 1, 20_000 + i, 2);
        }
        double usual = 0.01;
        double alone = share(rows).rates(3, -1, usual).ofPart()[2];
        double beside = share(rows).rates(3, 1, usual).ofPart()[2];
        assertTrue(beside > 2 * alone && beside < 0.2, alone + " alone, " + beside + " beside others");
        double careful = share(rows).rates(3, 1, 0.4).ofPart()[2];
        assertEquals(share(rows).rates(3, -1, 0.4).ofPart()[2], careful,
            "fewer elsewhere take nothing away");
    }

    private static TrainingRows hidden(double share0, double share1, double apart) {
        Random random = new Random(44);
        TrainingRows rows = new TrainingRows(2);
        for (int i = 0; i < 16_000; i++) {
            int part = random.nextInt(2);
            boolean known = i % 4 == 0;
            boolean hidden = !known && random.nextDouble() < (part == 0 ? share0 : share1);
            float value = (float) (random.nextGaussian() + (known || hidden ? apart : 0));
            rows.add(new float[] {value, part}, known, 1, i, part);
        }
        return rows;
    }

    private static ErrorShare share(TrainingRows rows) {
        return new ErrorShare(JudgedRows.of(trained(rows), rows));
    }

    private static BoostedTrees[] trained(TrainingRows rows) {
        return new BoostedTrees[] {BoostedTreesTrainer.train(rows, 0, 2), BoostedTreesTrainer.train(rows, 1, 2)};
    }

    @Test
    void onlyWhatIsHopelessIsGivenUp() {
        TrainingRows rows = hidden(0.1, 0.1, 3);
        BoostedTrees trees = BoostedTreesTrainer.train(rows, 0, 2);
        Random random = new Random(45);
        int givenUp = 0;
        for (int i = 0; i < 2000; i++) {
            float[] row = {random.nextFloat() * 8 - 2, i % 2};
            double least = random.nextDouble() * 12 - 6;
            double odds = trees.logOdds(row, least);
            if (odds == Double.NEGATIVE_INFINITY) {
                givenUp++;
                assertTrue(trees.logOdds(row) < least);
            } else {
                assertEquals(trees.logOdds(row), odds);
            }
        }
        assertTrue(givenUp > 200 && givenUp < 1800, givenUp + " given up");
    }

    @Test
    void nothingToLearnFromGivesEvenOdds() {
        assertEquals(0, BoostedTreesTrainer.train(new TrainingRows(2), 0, 2).logOdds(new float[2]));
    }
}
