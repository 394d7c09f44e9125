package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.ReferenceExpression;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Task;
import dev.errata.engine.Progress;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.selection.LabelReference;
import dev.errata.ui.selection.LabelSelection;
import dev.errata.ui.selection.LabelTester;
import dev.errata.ui.selection.Mismatch;

/** What commands see of a selection. */
class LabelReferenceTest {

    private static final String LABELS = """
        {"images": [{"id": 1, "file_name": "a.png", "width": 100, "height": 100}],
         "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}],
         "annotations": [{"id": 7, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0}]}
        """;
    private static final String RESULTS = """
        [{"image_id": 1, "category_id": 1, "bbox": [70, 70, 10, 10], "score": 0.4},
         {"image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 19], "score": 0.9}]
        """;

    @TempDir
    Path folder;
    private OpenDataset dataset;
    private Run run;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("labels.json"), LABELS);
        Files.writeString(folder.resolve("results.json"), RESULTS);
        new ImportDataset(folder.resolve("dataset"), folder.resolve("labels.json")).run("model", folder.resolve("results.json"))
            .run(Progress.NONE);
        dataset = OpenDataset.open(folder.resolve("dataset"), Progress.NONE);
        run = dataset.run("model");
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private static LabelReference only(Object selected) {
        List<LabelReference> references = LabelReference.of(new StructuredSelection(selected));
        assertEquals(1, references.size());
        return references.get(0);
    }

    @Test
    void mismatchIsBoth() {
        LabelReference reference = only(new Mismatch(dataset, run, 0, 7, 1));
        assertTrue(reference.hasAnnotation() && reference.hasPrediction());
        assertEquals(7, reference.annotation().getId());
        assertEquals("dog", reference.prediction().getLabel().getName());
        assertSame(dataset, reference.target());
        assertEquals(new Suspect(0, 7, "model", 1), reference.suspect());
    }

    @Test
    void missedObjectHasNoPrediction() {
        LabelReference reference = only(new Mismatch(dataset, run, 0, 7, -1));
        assertFalse(reference.hasPrediction());
        assertNull(reference.prediction());
        assertEquals(new Suspect(0, 7, "", -1), reference.suspect());
    }

    @Test
    void annotationFindsItsMatch() {
        Annotation annotation = dataset.image(0).getAnnotations().get(0);
        LabelReference reference = only(annotation);
        assertFalse(reference.hasPrediction());
        assertEquals(1, reference.prediction().getIndex());
    }

    @Test
    void predictionHasNoAnnotation() {
        Prediction prediction = dataset.image(0).getPredictions().get(0);
        LabelReference reference = only(prediction);
        assertFalse(reference.hasAnnotation());
        assertEquals(new Suspect(0, -1, "model", prediction.getIndex()), reference.suspect());
    }

    @Test
    void annotationOfATaskChangesItsDrafts() {
        Review review = Review.of(dataset);
        dataset.commandStack().execute(review.send("batch", List.of(new Suspect(0, 7, "model", 1))));
        Task task = review.batches().get(0).getTasks().get(0);
        LabelTarget drafts = review.drafts(task);
        LabelReference reference = only(drafts.image(0).getAnnotations().get(0));
        assertSame(drafts, reference.target());
        assertSame(dataset, reference.dataset());
    }

    @Test
    void objectsOfAnotherTargetStayOut() {
        Review review = Review.of(dataset);
        dataset.commandStack().execute(review.send("batch", List.of(new Suspect(0, 7, "model", 1))));
        Annotation draft = review.drafts(review.batches().get(0).getTasks().get(0)).image(0).getAnnotations().get(0);
        Annotation own = dataset.image(0).getAnnotations().get(0);
        List<LabelReference> references = LabelReference.of(new StructuredSelection(List.of(own, draft, "text")));
        assertEquals(1, references.size());
        assertSame(own, references.get(0).annotation());
    }

    @Test
    void testerKnowsWhatIsSelected() {
        LabelTester tester = new LabelTester();
        Object[] none = {};
        Mismatch missed = new Mismatch(dataset, run, 0, 7, -1);
        assertTrue(tester.test(missed, "annotation", none, null));
        assertFalse(tester.test(missed, "prediction", none, null));
        assertFalse(tester.test(missed, "pair", none, null));
        assertTrue(tester.test(new Mismatch(dataset, run, 0, 7, 1), "pair", none, null));
        assertFalse(tester.test("text", "annotation", none, null));
    }

    @Test
    void testerKnowsWhatIsAmongTheSelected() {
        LabelTester tester = new LabelTester();
        Object[] none = {};
        Mismatch missed = new Mismatch(dataset, run, 0, 7, -1);
        Mismatch invented = new Mismatch(dataset, run, 0, -1, 1);
        assertTrue(tester.test(new StructuredSelection(List.of("text", missed)), "annotation", none, null));
        assertFalse(tester.test(new StructuredSelection(List.of(missed, invented)), "pair", none, null));
        assertFalse(tester.test(StructuredSelection.EMPTY, "prediction", none, null));
        assertFalse(tester.test(new StructuredSelection(missed), "task", none, null));
    }

    /** Whether commands are enabled is asked at every step from tile to tile; all of millions of tiles may be selected. */
    @Test
    void nobodyLooksAtEachOfManyLabelsToEnableCommands() throws Exception {
        EvaluationContext context = new EvaluationContext(null, new Object());
        context.addVariable("selection", new ManyLabels());
        context.addVariable("activeEditor", new Object());
        for (String definition : List.of("annotation", "prediction", "pair", "label", "openTask", "submittedTask")) {
            boolean expected = !definition.endsWith("Task");
            assertEquals(EvaluationResult.valueOf(expected),
                new ReferenceExpression("dev.errata.ui." + definition).evaluate(context), definition);
        }
    }

    /** They must not be asked for one by one. */
    private static final class ManyLabels extends StructuredSelection implements LabelSelection {

        ManyLabels() {
            super("one of many");
        }

        @Override
        public Iterator<Object> iterator() {
            throw new AssertionError("every label is looked at");
        }

        @Override
        public boolean hasAnnotation() {
            return true;
        }

        @Override
        public boolean hasPrediction() {
            return true;
        }

        @Override
        public boolean hasPair() {
            return true;
        }
    }
}
