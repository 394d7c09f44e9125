package dev.errata.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.engine.Progress;
import dev.errata.engine.ranking.suspects.Verdicts;
import dev.errata.review.Review.Suspect;

/** What the ranking may learn from. */
class DecisionsTest {

    private static final String LABELS = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}],
         "categories": [{"id": 1, "name": "car"}, {"id": 2, "name": "person"}],
         "annotations": [
          {"id": 101, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0},
          {"id": 102, "image_id": 1, "category_id": 1, "bbox": [50, 10, 20, 20], "area": 400, "iscrowd": 0},
          {"id": 103, "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0}]}
        """;
    private static final String RUN = """
        [{"image_id": 2, "category_id": 2, "bbox": [60, 60, 10, 10], "score": 0.7},
         {"image_id": 1, "category_id": 2, "bbox": [10, 40, 20, 20], "score": 0.9},
         {"image_id": 1, "category_id": 2, "bbox": [80, 60, 10, 10], "score": 0.4}]
        """;

    @TempDir
    private Path temporary;
    private OpenDataset dataset;
    private Review review;

    @BeforeEach
    void open() throws Exception {
        Path labels = Files.writeString(temporary.resolve("labels.json"), LABELS);
        Path run = Files.writeString(temporary.resolve("run.json"), RUN);
        new ImportDataset(temporary.resolve("set"), labels).run("m", run).run(Progress.NONE);
        dataset = OpenDataset.open(temporary.resolve("set"), Progress.NONE);
        review = Review.of(dataset);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void nobodyDecidedAnythingAtFirst() throws Exception {
        assertEquals(Map.of(), decisions());
    }

    @Test
    void verdictsAndFixesThatStandCount() throws Exception {
        decide(VerdictKind.MODEL_WRONG, new Suspect(0, 101, "m", -1), new Suspect(0, -1, "m", 2));
        decide(VerdictKind.AMBIGUOUS, new Suspect(1, 103, "m", -1));
        assertEquals(Map.of("101", false, "prediction 2", false), decisions());

        execute(LabelCommands.relabel(dataset, List.of(annotation(0, 101)), dataset.labelClass(1), ""));
        execute(LabelCommands.delete(dataset, List.of(annotation(0, 102)), ""));
        execute(LabelCommands.accept(dataset, List.of(dataset.image(1).getPredictions().get(0)), ""));
        assertEquals(Map.of("101", true, "102", true, "prediction 0", true, "prediction 2", false), decisions());
        Verdicts verdicts = Decisions.of(dataset, dataset.run("m"));
        assertEquals(2, verdicts.before().end(0) - verdicts.before().begin(0));
        assertEquals(0, verdicts.before().label(verdicts.before().rowOf(0, 101)));

        UndoLast.run(dataset);
        assertEquals(Map.of("101", true, "102", true, "prediction 2", false), decisions());
    }

    @Test
    void aFixSaysMoreOfItsLabelThanAVerdictBeforeIt() throws Exception {
        decide(VerdictKind.LABEL_WRONG, new Suspect(0, 101, "", -1), new Suspect(0, 102, "m", 1), new Suspect(0, -1, "m", 2));
        assertEquals(3, ImageVerdicts.of(dataset, 0).size());
        assertEquals(List.of(), ImageVerdicts.of(dataset, 1));
        long given = ImageVerdicts.of(dataset, 0).getLast().getAt();
        while (System.currentTimeMillis() <= given) {
            Thread.onSpinWait();
        }
        execute(LabelCommands.relabel(dataset, List.of(annotation(0, 101)), dataset.labelClass(1), ""));
        assertEquals(Set.of(102L, -1L), ImageVerdicts.of(dataset, 0).stream()
            .map(verdict -> verdict.getTarget().getAnnotation()).collect(Collectors.toSet()));
        dataset.commandStack().undo();
        assertEquals(3, ImageVerdicts.of(dataset, 0).size(), "the label is again what the verdict was about");
    }

    @Test
    void verdictsAboutAnotherRunsPredictionsSayNothingHere() throws Exception {
        decide(VerdictKind.LABEL_WRONG, new Suspect(0, -1, "other", 2), new Suspect(1, 103, "other", 0));
        assertEquals(Map.of("103", true), decisions());
    }

    /** What is said of labels by id, and of predictions by their place in the file. */
    private Map<String, Boolean> decisions() throws Exception {
        Verdicts verdicts = Decisions.of(dataset, dataset.run("m"));
        Map<String, Boolean> decisions = new TreeMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            int prediction = verdicts.prediction()[i];
            decisions.put(prediction < 0 ? Long.toString(verdicts.annotation()[i])
                : "prediction " + dataset.predictions(dataset.run("m")).position(prediction), verdicts.wrong()[i]);
        }
        return decisions;
    }

    private void decide(VerdictKind kind, Suspect... suspects) {
        execute(review.decide(List.of(suspects), kind, ""));
    }

    private void execute(Command command) {
        dataset.commandStack().execute(command);
    }

    private Annotation annotation(int image, long id) {
        return dataset.image(image).getAnnotations().stream().filter(a -> a.getId() == id).findFirst().orElseThrow();
    }
}
