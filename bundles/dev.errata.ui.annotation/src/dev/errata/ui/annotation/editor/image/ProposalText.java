package dev.errata.ui.annotation.editor.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;

/** What a task would change of the labels of an image, in words: whoever reviews it must not have to look for it. */
public final class ProposalText {

    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private ProposalText() {
    }

    /**
     * The changes from what is to what is proposed, those of one sort together.
     *
     * @param now with the labels that the dataset has
     * @param proposed with the labels that it would have
     */
    public static String of(ImageRecord now, ImageRecord proposed) {
        ProposalText text = new ProposalText();
        Map<Long, Annotation> then = new LinkedHashMap<>();
        proposed.getAnnotations().forEach(annotation -> then.put(annotation.getId(), annotation));
        for (Annotation before : now.getAnnotations()) {
            text.compare(before, then.remove(before.getId()));
        }
        then.values().forEach(added -> text.count(NLS.bind(Messages.Proposal_added, name(added))));
        return text.written();
    }

    /** @param after null where it is to be deleted */
    private void compare(Annotation before, Annotation after) {
        if (after == null) {
            count(NLS.bind(Messages.Proposal_deleted, name(before)));
            return;
        }
        if (before.getLabel() != after.getLabel()) {
            count(NLS.bind(Messages.Proposal_relabelled, name(before), name(after)));
        }
        if (!Arrays.equals(box(before), box(after)) || !outlines(before).equals(outlines(after))) {
            count(NLS.bind(Messages.Proposal_reshaped, name(after)));
        }
        if (before.isCrowd() != after.isCrowd() || !attributes(before).equals(attributes(after))) {
            count(NLS.bind(Messages.Proposal_attributes, name(after)));
        }
    }

    private void count(String change) {
        counts.merge(change, 1, Integer::sum);
    }

    private String written() {
        List<String> parts = new ArrayList<>();
        counts.forEach((change, count) -> parts.add(count == 1 ? change : NLS.bind(Messages.Proposal_several, change, count)));
        return parts.isEmpty() ? Messages.Proposal_none
            : NLS.bind(Messages.Proposal_changes, String.join(", ", parts)); //$NON-NLS-1$
    }

    private static String name(Annotation annotation) {
        return annotation.getLabel() == null ? "?" : VisibleText.oneLine(annotation.getLabel().getName()); //$NON-NLS-1$
    }

    private static double[] box(Annotation annotation) {
        return new double[] {annotation.getX(), annotation.getY(), annotation.getWidth(), annotation.getHeight()};
    }

    private static List<List<Double>> outlines(Annotation annotation) {
        return annotation.getPolygons().stream().map(polygon -> List.copyOf(polygon.getPoints())).toList();
    }

    private static Map<String, String> attributes(Annotation annotation) {
        Map<String, String> values = new LinkedHashMap<>();
        annotation.getAttributes().forEach(attribute -> values.put(attribute.getKey(), attribute.getValue()));
        return values;
    }
}
