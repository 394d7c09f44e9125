package dev.errata.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review.Suspect;

/** A batch as the journal has it: its name, and its tasks with what is to be looked at. */
final class BatchContent {

    private BatchContent() {
    }

    /** One task for each image, in the order of the images. */
    static Map<String, Object> of(String name, Collection<Suspect> suspects, PictureStamps pictures) {
        Map<Integer, List<Object>> byImage = new TreeMap<>();
        for (Suspect suspect : suspects) {
            Map<String, Object> target = new LinkedHashMap<>();
            target.put("annotation", suspect.annotation());
            target.put("run", suspect.run());
            target.put("prediction", suspect.prediction());
            byImage.computeIfAbsent(suspect.image(), image -> new ArrayList<>()).add(target);
        }
        List<Object> tasks = new ArrayList<>();
        byImage.forEach((image, targets) -> {
            Map<String, Object> task = new LinkedHashMap<>();
            task.put("id", UUID.randomUUID().toString());
            task.put("image", image);
            String picture = pictures.of(image);
            if (!picture.isEmpty()) {
                task.put(ReviewedPictures.PICTURE, picture);
            }
            task.put("targets", targets);
            tasks.add(task);
        });
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", name);
        content.put("tasks", tasks);
        return content;
    }

    /** @param imageCount tasks about images that don't exist are left out */
    static Batch object(String id, JournalEntry entry, Object content, int imageCount) {
        Batch batch = ModelFactory.eINSTANCE.createBatch();
        batch.setId(id);
        batch.setName(Values.text(content, "name"));
        batch.setCreatedBy(entry.author());
        batch.setCreatedAt(entry.at());
        for (Object described : Values.list(content, "tasks")) {
            long image = Values.number(described, "image", -1);
            String taskId = Values.text(described, "id");
            if (image >= 0 && image < imageCount && !taskId.isEmpty()) {
                Task task = ModelFactory.eINSTANCE.createTask();
                task.setId(taskId);
                task.setImageIndex((int) image);
                task.setState(TaskState.OPEN);
                Values.list(described, "targets").forEach(target -> task.getTargets().add(target(target)));
                batch.getTasks().add(task);
            }
        }
        return batch;
    }

    private static Target target(Object described) {
        Target target = ModelFactory.eINSTANCE.createTarget();
        target.setAnnotation(Values.number(described, "annotation", -1));
        target.setRun(Values.text(described, "run"));
        target.setPrediction((int) Values.number(described, "prediction", -1));
        return target;
    }
}
