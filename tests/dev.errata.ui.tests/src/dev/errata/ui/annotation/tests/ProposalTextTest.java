package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Attribute;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Polygon;
import dev.errata.ui.annotation.editor.image.ProposalText;

class ProposalTextTest {

    private static final ModelFactory FACTORY = ModelFactory.eINSTANCE;

    private final LabelClass cat = labelClass("cat");
    private final LabelClass dog = labelClass("dog");
    private final ImageRecord now = image();
    private final ImageRecord proposed = image();

    private static LabelClass labelClass(String name) {
        LabelClass created = FACTORY.createLabelClass();
        created.setName(name);
        return created;
    }

    private ImageRecord image() {
        ImageRecord image = FACTORY.createImageRecord();
        for (int id = 1; id <= 4; id++) {
            image.getAnnotations().add(annotation(id));
        }
        return image;
    }

    private Annotation annotation(long id) {
        Annotation created = FACTORY.createAnnotation();
        created.setId(id);
        created.setLabel(cat);
        created.setWidth(10);
        created.setHeight(10);
        return created;
    }

    @Test
    void saysThatNothingWasChanged() {
        assertEquals("Nothing was changed", ProposalText.of(now, proposed));
    }

    @Test
    void namesEachSortOfChangeOnce() {
        List<Annotation> labels = proposed.getAnnotations();
        labels.get(0).setLabel(dog);
        labels.get(1).setLabel(dog);
        EcoreUtil.delete(labels.get(2));
        labels.add(annotation(9));
        assertEquals("Changed: cat \u2192 dog (2 times), cat is deleted, cat is new", ProposalText.of(now, proposed));
    }

    @Test
    void tellsShapesFromAttributes() {
        List<Annotation> labels = proposed.getAnnotations();
        labels.get(0).setX(3);
        Polygon outline = FACTORY.createPolygon();
        outline.getPoints().addAll(List.of(0.0, 0.0, 5.0, 0.0, 0.0, 5.0));
        labels.get(1).getPolygons().add(outline);
        labels.get(2).setCrowd(true);
        Attribute colour = FACTORY.createAttribute();
        colour.setKey("colour");
        colour.setValue("black");
        labels.get(3).getAttributes().add(colour);
        assertEquals("Changed: cat is moved or reshaped (2 times), cat has other attributes (2 times)",
            ProposalText.of(now, proposed));
    }
}
