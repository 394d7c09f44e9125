package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Polygon;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.annotation.editor.image.Overlay;
import dev.errata.ui.annotation.editor.image.SceneBuilder;
import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;

class SceneBuilderTest {

    private static final ModelFactory FACTORY = ModelFactory.eINSTANCE;

    private static final Function<Prediction, List<double[]>> BOXES = prediction -> List.of();

    private final ImageRecord image = FACTORY.createImageRecord();
    private final LabelClass cat = labelClass("cat");
    private final LabelClass dog = labelClass("dog");
    private final Run run = FACTORY.createRun();
    private final Run other = FACTORY.createRun();

    private static LabelClass labelClass(String name) {
        LabelClass created = FACTORY.createLabelClass();
        created.setName(name);
        return created;
    }

    private Annotation annotation(long id, LabelClass label, double x) {
        Annotation created = FACTORY.createAnnotation();
        created.setId(id);
        created.setLabel(label);
        created.setX(x);
        created.setWidth(10);
        created.setHeight(10);
        image.getAnnotations().add(created);
        return created;
    }

    private void prediction(int index, Run by, LabelClass label, double x, double confidence) {
        Prediction created = FACTORY.createPrediction();
        created.setIndex(index);
        created.setRun(by);
        created.setLabel(label);
        created.setX(x);
        created.setWidth(10);
        created.setHeight(10);
        created.setConfidence(confidence);
        image.getPredictions().add(created);
    }

    @BeforeEach
    void fill() {
        run.setName("run");
        other.setName("other");
        image.setWidth(200);
        image.setHeight(100);
        annotation(1, cat, 0);
        annotation(2, cat, 50);
        prediction(0, run, cat, 1, 0.9);
        prediction(1, run, dog, 51, 0.8);
        prediction(2, run, cat, 100, 0.1);
        prediction(3, other, dog, 150, 0.9);
    }

    private List<Shape.Key> predictions(Overlay overlay, Set<Shape.Key> wanted) {
        Scene scene = new SceneBuilder(run, new Thresholds(0.5, 0.25), overlay, Set.of(), wanted, BOXES).build(image);
        assertEquals(200, scene.width());
        assertEquals(2, scene.shapes().stream().filter(shape -> !shape.isPrediction()).count());
        return scene.shapes().stream().filter(Shape::isPrediction).map(Shape::key).toList();
    }

    private static Shape.Key key(int index) {
        return Shape.Key.prediction("run", index);
    }

    @Test
    void onlyPredictionsThatNoLabelAgreesWithDisagree() {
        assertEquals(List.of(key(1)), predictions(Overlay.DISAGREEING, Set.of()));
        assertEquals(List.of(key(0), key(1)), predictions(Overlay.ALL, Set.of()));
        assertEquals(List.of(), predictions(Overlay.NONE, Set.of()));
    }

    @Test
    void whatIsWantedIsShownWhateverTheOverlay() {
        Shape.Key unlikely = key(2);
        Shape.Key ofOther = Shape.Key.prediction("other", 3);
        assertEquals(List.of(unlikely, ofOther), predictions(Overlay.NONE, Set.of(unlikely, ofOther)));
    }

    @Test
    void aPredictionIsDrawnByItsOutlineWhereItHasOne() {
        double[] sail = {51, 0, 61, 10, 51, 10};
        Shape shape = new SceneBuilder(run, Thresholds.DEFAULT, Overlay.ALL, Set.of(), Set.of(),
            prediction -> prediction.getIndex() == 1 ? List.of(sail) : List.of()).build(image).find(key(1));
        assertEquals(List.of(sail), shape.polygons());
        assertEquals(new Box(51, 0, 10, 10), shape.box());
    }

    @Test
    void targetsAreMarked() {
        Shape.Key target = Shape.Key.annotation(2);
        Scene scene = new SceneBuilder(run, Thresholds.DEFAULT, Overlay.NONE, Set.of(target, key(1)), Set.of(),
            BOXES).build(image);
        assertEquals(List.of(target, key(1)), scene.shapes().stream().filter(Shape::target).map(Shape::key).toList());
    }

    @Test
    void outlinesAreShownWithTheirOwnBoundsAndTheirObject() {
        Annotation outlined = annotation(3, dog, 0);
        Polygon polygon = FACTORY.createPolygon();
        polygon.getPoints().addAll(List.of(20.0, 30.0, 60.0, 30.0, 60.0, 80.0));
        outlined.getPolygons().add(polygon);
        Polygon tooSmall = FACTORY.createPolygon();
        tooSmall.getPoints().addAll(List.of(1.0, 1.0));
        outlined.getPolygons().add(tooSmall);
        Shape shape = new SceneBuilder(null, Thresholds.DEFAULT, Overlay.ALL, Set.of(), Set.of(), BOXES).build(image)
            .find(Shape.Key.annotation(3));
        assertTrue(shape.isPolygon());
        assertEquals(new Box(20, 30, 40, 50), shape.box());
        assertSame(outlined, shape.element());
    }
}
