package dev.errata.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.ItemState;
import dev.errata.review.ReviewObjects.VerdictKey;

/** A verdict as the journal has it. */
final class VerdictContent {

    private VerdictContent() {
    }

    /** Names the command that decides so. */
    static String text(VerdictKind kind) {
        return switch (kind) {
            case LABEL_WRONG -> Messages.labelWrong;
            case MODEL_WRONG -> Messages.modelWrong;
            case BOTH_WRONG -> Messages.bothWrong;
            case AMBIGUOUS -> Messages.ambiguous;
            case IGNORE -> Messages.ignore;
        };
    }

    /** @param picture the stamp of the picture that was looked at, or an empty text */
    static Map<String, Object> of(VerdictKind kind, String reason, String picture) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", kind.getLiteral());
        content.put("reason", reason);
        if (!picture.isEmpty()) {
            content.put(ReviewedPictures.PICTURE, picture);
        }
        return content;
    }

    /** Empty where nobody decided, or the decision was taken back. */
    static Optional<Verdict> object(VerdictKey key, ItemState item) {
        FieldHistory history = item.field(Spaces.KIND);
        VerdictKind kind = history == null ? null : VerdictKind.get(Values.text(history.value(), "kind"));
        Optional<Target> target = target(key.space(), key.annotation());
        if (kind == null || target.isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = ModelFactory.eINSTANCE.createVerdict();
        verdict.setImageIndex(key.image());
        verdict.setTarget(target.get());
        verdict.setKind(kind);
        verdict.setReason(Values.text(history.value(), "reason"));
        verdict.setAuthor(history.latest().entry().author());
        verdict.setAt(history.latest().entry().at());
        return Optional.of(verdict);
    }

    /** What a verdict in a space is about; empty where the space is none of a verdict. */
    static Optional<Target> target(String space, long annotation) {
        int slash = space.indexOf('/', Spaces.VERDICT.length());
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(target(annotation, space.substring(slash + 1),
                Integer.parseInt(space.substring(Spaces.VERDICT.length(), slash))));
        } catch (NumberFormatException e) {
            // another program's journal may hold anything: a verdict about nothing is none
            return Optional.empty();
        }
    }

    static Target target(long annotation, String run, int prediction) {
        Target target = ModelFactory.eINSTANCE.createTarget();
        target.setAnnotation(annotation);
        target.setRun(run);
        target.setPrediction(prediction);
        return target;
    }
}
