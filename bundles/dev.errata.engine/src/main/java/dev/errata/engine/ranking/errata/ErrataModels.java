package dev.errata.engine.ranking.errata;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import dev.errata.engine.Progress;
import dev.errata.engine.ranking.suspects.SuspectInput;

/**
 * Models that were taught with other errors and other groups of images. Of few labels each says something else, and the mean of
 * them is steadier than any (Breiman, "Bagging predictors", 1996); of many one is enough.
 */
final class ErrataModels {

    private static final int MOST = 4;
    /** Of so many labels one model says what another would. */
    private static final int ENOUGH = 20_000;

    private final List<ErrataModel> members;

    private ErrataModels(List<ErrataModel> members) {
        this.members = members;
    }

    static ErrataModels learn(SuspectInput input, StudiedImages studied, ClassProfile classes, Progress progress) {
        int count = Math.clamp(ENOUGH / Math.max(1, input.annotations().size()), 1, MOST);
        return new ErrataModels(IntStream.range(0, count)
            .mapToObj(round -> ErrataModel.learn(input, studied.again(round), classes, progress)).toList());
    }

    /** What verdicts make of these probabilities. */
    Calibration calibration(List<Lesson> lessons) {
        ErrataModel first = members.getFirst();
        return new Calibration(lessons, first.labelScale(), first.objectScale());
    }

    /**
     * The probability that a label of an image is wrong.
     *
     * @param least what is below need not be known, and may be 0
     */
    double wrong(int image, LabelEvidence evidence, double least) {
        return mean(model -> model.wrong(image, evidence, members.size() > 1 ? 0 : least));
    }

    /**
     * The probability that a label is missing where an image has a leftover prediction.
     *
     * @param least what is below need not be known, and may be 0
     */
    double missing(int image, ObjectEvidence evidence, double least) {
        return mean(model -> model.missing(image, evidence, members.size() > 1 ? 0 : least));
    }

    /** Of the odds the geometric mean: what one model alone is sure of does not outweigh all. */
    private double mean(ToDoubleFunction<ErrataModel> quotient) {
        if (members.size() == 1) {
            return ErrorLevel.probability(quotient.applyAsDouble(members.getFirst()));
        }
        double sum = 0;
        for (ErrataModel model : members) {
            sum += Math.log(quotient.applyAsDouble(model));
        }
        return ErrorLevel.probability(Math.exp(sum / members.size()));
    }
}
