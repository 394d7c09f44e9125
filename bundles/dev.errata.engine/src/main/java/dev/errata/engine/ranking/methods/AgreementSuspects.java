package dev.errata.engine.ranking.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.scene.Leftovers;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/**
 * Several runs vote, each with its confidence. A label is suspicious as far as the runs see nothing of its class there, more
 * so if they agree on another class; a missing label is as likely as the runs agree on an object. With one run this is what
 * that run alone says.
 */
public final class AgreementSuspects implements SuspectFinder {

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        int images = input.annotations().imageCount();
        progress.begin("Letting runs vote", images);
        List<Judge> judges = Parallel.images(images, () -> new Judge(input), progress);
        return SuspectList.merged(judges.stream().map(judge -> judge.suspects).toList());
    }

    private static final class Judge implements Parallel.Worker {

        private final SuspectInput input;
        private final List<ImageScene> scenes = new ArrayList<>();
        private final List<PredictionColumns> runs = new ArrayList<>();
        private final Leftovers leftovers = new Leftovers();
        private final SuspectList suspects;
        private final double[] votes;

        Judge(SuspectInput input) {
            this.input = input;
            runs.add(input.predictions());
            runs.addAll(input.otherRuns());
            runs.forEach(run -> scenes.add(new ImageScene()));
            suspects = new SuspectList(new Reason(input));
            votes = new double[input.classNames().size()];
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                for (int run = 0; run < runs.size(); run++) {
                    scenes.get(run).load(input.annotations(), runs.get(run), image);
                }
                ImageScene first = scenes.get(0);
                for (int i = 0; i < first.flatCount; i++) {
                    suspects.add(image, first.flat[i], -1, SuspectKind.SPURIOUS, doubt(0, 0));
                }
                Boxes labels = first.labels;
                for (int label = 0; label < labels.count; label++) {
                    judgeLabel(image, labels, label);
                }
                judgeLeftovers(image);
            }
        }

        private void judgeLabel(int image, Boxes labels, int label) {
            Arrays.fill(votes, 0);
            int rival = -1;
            double rivalConfidence = 0;
            for (int run = 0; run < scenes.size(); run++) {
                int best = scenes.get(run).bestOn(label);
                if (best < 0) {
                    continue;
                }
                Boxes boxes = scenes.get(run).predictions;
                votes[boxes.label[best]] += boxes.confidence[best] / scenes.size();
                if (run == 0 && boxes.label[best] != labels.label[label] && boxes.confidence[best] > rivalConfidence) {
                    rival = boxes.row[best];
                    rivalConfidence = boxes.confidence[best];
                }
            }
            double own = votes[labels.label[label]];
            double other = 0;
            for (int candidate = 0; candidate < votes.length; candidate++) {
                other = candidate == labels.label[label] ? other : Math.max(other, votes[candidate]);
            }
            SuspectKind kind = other > own && rival >= 0 ? SuspectKind.WRONG_CLASS : SuspectKind.SPURIOUS;
            suspects.add(image, labels.row[label], kind == SuspectKind.WRONG_CLASS ? rival : -1, kind, doubt(own, other));
        }

        /** @param own the votes for the class of a label, 0 to 1; {@code other} those for the best of the others */
        private static double doubt(double own, double other) {
            return (1 - own + other) / 2;
        }

        private void judgeLeftovers(int image) {
            ImageScene first = scenes.get(0);
            leftovers.find(first);
            for (int i = 0; i < leftovers.count; i++) {
                int prediction = leftovers.prediction[i];
                double votesFor = first.predictions.confidence[prediction];
                for (ImageScene scene : scenes.subList(1, scenes.size())) {
                    votesFor += vote(scene.predictions, first.predictions, prediction);
                }
                suspects.add(image, -1, first.predictions.row[prediction], SuspectKind.MISSING, votesFor / scenes.size());
            }
        }

        private static double vote(Boxes run, Boxes first, int prediction) {
            double vote = 0;
            int touching = run.touching(first.left[prediction], first.top[prediction], first.width[prediction],
                first.height[prediction]);
            for (int i = 0; i < touching; i++) {
                int p = run.touched[i];
                if (run.label[p] == first.label[prediction] && run.confidence[p] > vote
                    && run.iou(p, first, prediction) >= ImageScene.OVERLAP) {
                    vote = run.confidence[p];
                }
            }
            return vote;
        }
    }
}
