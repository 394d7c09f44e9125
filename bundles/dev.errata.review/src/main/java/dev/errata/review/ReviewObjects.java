package dev.errata.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.Comment;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.ItemState;
import dev.errata.dataset.state.PlacedChange;

/**
 * Batches, tasks, comments and verdicts as objects. They are kept up to date in place: who holds one hears what changes. One
 * that was taken back comes back as the same object when it is made again.
 */
final class ReviewObjects {

    private final int imageCount;
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final Map<String, PlacedChange> live = new HashMap<>();
    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<Integer, List<Task>> tasksOfImages = new HashMap<>();
    private final Map<String, Map<String, PlacedChange>> comments = new HashMap<>();
    private final Map<Integer, Map<VerdictKey, Verdict>> verdictsOfImages = new HashMap<>();

    ReviewObjects(int imageCount) {
        this.imageCount = imageCount;
    }

    /**
     * What a verdict is about.
     *
     * @param space its space in the journal
     */
    record VerdictKey(String space, int image, long annotation) {
    }

    synchronized List<Batch> batches() {
        return live.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(entry -> batches.get(entry.getKey()))
            .toList();
    }

    synchronized Optional<Batch> batch(String id) {
        return Optional.ofNullable(batches.get(id)).filter(batch -> live.containsKey(id));
    }

    synchronized Optional<Task> task(String id) {
        return Optional.ofNullable(tasks.get(id)).filter(task -> live.containsKey(task.getBatch().getId()));
    }

    synchronized boolean hasTasks(Collection<Integer> images) {
        return images.stream().anyMatch(tasksOfImages::containsKey);
    }

    synchronized int imageOf(String taskId) {
        Task task = tasks.get(taskId);
        return task == null ? -1 : task.getImageIndex();
    }

    synchronized Optional<Verdict> verdict(VerdictKey key) {
        return Optional.ofNullable(verdictsOfImages.getOrDefault(key.image(), Map.of()).get(key));
    }

    synchronized List<Verdict> verdicts() {
        return verdictsOfImages.values().stream().flatMap(ofImage -> ofImage.values().stream()).toList();
    }

    synchronized List<Verdict> verdicts(int image) {
        return List.copyOf(verdictsOfImages.getOrDefault(image, Map.of()).values());
    }

    /** Brings spaces up to date. Batches come before what is in them. */
    synchronized void update(FoldedJournal journal, Map<String, Set<Integer>> touched) {
        touched.keySet().stream().filter(space -> space.startsWith(Spaces.BATCH)).forEach(space -> batch(journal, space));
        touched.forEach((space, images) -> {
            if (space.startsWith(Spaces.TASK)) {
                state(journal, space.substring(Spaces.TASK.length()));
            } else if (space.startsWith(ChangeRules.DRAFTS)) {
                drafts(journal, space.substring(ChangeRules.DRAFTS.length()));
                state(journal, space.substring(ChangeRules.DRAFTS.length()));
            } else if (space.equals(ChangeRules.LABELS)) {
                // an acceptance takes drafts along, and may be taken back
                images.forEach(image -> tasksOfImages.getOrDefault(image, List.of())
                    .forEach(task -> state(journal, task.getId())));
            } else if (space.startsWith(Spaces.COMMENT)) {
                comment(journal, space);
            } else if (space.startsWith(Spaces.VERDICT)) {
                images.forEach(image -> verdicts(journal, space, image));
            }
        });
    }

    private static ItemState single(FoldedJournal journal, String space) {
        return journal.items(space, -1).get(-1L);
    }

    private void batch(FoldedJournal journal, String space) {
        String id = space.substring(Spaces.BATCH.length());
        ItemState item = single(journal, space);
        Optional<PlacedChange> addition = Optional.ofNullable(item).flatMap(ItemState::addition);
        if (addition.isEmpty() || !item.exists(false)) {
            live.remove(id);
            return;
        }
        PlacedChange placed = addition.get();
        if (!batches.containsKey(id)) {
            Batch batch = BatchContent.object(id, placed.entry(), placed.change().newValue(), imageCount);
            batches.put(id, batch);
            for (Task task : batch.getTasks()) {
                tasks.put(task.getId(), task);
                tasksOfImages.computeIfAbsent(task.getImageIndex(), image -> new ArrayList<>()).add(task);
                state(journal, task.getId());
                drafts(journal, task.getId());
                comments(task);
            }
        }
        live.put(id, placed);
    }

    private void state(FoldedJournal journal, String taskId) {
        Task task = tasks.get(taskId);
        ItemState item = single(journal, Spaces.task(taskId));
        if (task == null || item == null) {
            return;
        }
        TaskFold fold = TaskFold.of(journal, taskId);
        if (task.getState() != fold.state()) {
            task.setState(fold.state());
        }
        if (!Objects.equals(task.getDisputed(), fold.disputed())) {
            task.setDisputed(fold.disputed());
        }
        String submittedBy = submittedBy(item.field(Spaces.STATE));
        if (!Objects.equals(task.getSubmittedBy(), submittedBy)) {
            task.setSubmittedBy(submittedBy);
        }
        if (item.value(Spaces.ASSIGNEE, null) instanceof String assignee && !assignee.equals(task.getAssignee())) {
            task.setAssignee(assignee);
        }
    }

    private static String submittedBy(FieldHistory states) {
        if (states == null) {
            return null;
        }
        return states.standing().reversed().stream()
            .filter(placed -> TaskState.SUBMITTED.getLiteral().equals(placed.change().newValue()))
            .findFirst()
            .map(placed -> placed.entry().author())
            .orElse(null);
    }

    /** A task's drafts are the latest change of each field that was not taken back. */
    private void drafts(FoldedJournal journal, String taskId) {
        Task task = tasks.get(taskId);
        if (task == null) {
            return;
        }
        List<Change> drafts = journal.space(Spaces.drafts(taskId)).values().stream()
            .flatMap(items -> items.values().stream())
            .flatMap(item -> item.fields().values().stream())
            .map(FieldHistory::standing)
            .filter(standing -> !standing.isEmpty())
            .map(List::getLast)
            .sorted()
            .map(Changes::object)
            .toList();
        List<String> before = task.getDrafts().stream().map(Change::getId).toList();
        if (!before.equals(drafts.stream().map(Change::getId).toList())) {
            task.getDrafts().clear();
            task.getDrafts().addAll(drafts);
        }
    }

    private void comment(FoldedJournal journal, String space) {
        ItemState item = single(journal, space);
        Optional<PlacedChange> addition = Optional.ofNullable(item).flatMap(ItemState::addition);
        if (addition.isPresent()) {
            String taskId = Values.text(addition.get().change().newValue(), "task");
            Map<String, PlacedChange> ofTask = comments.computeIfAbsent(taskId, id -> new HashMap<>());
            if (item.exists(false)) {
                ofTask.put(space, addition.get());
            } else {
                ofTask.remove(space);
            }
            if (tasks.containsKey(taskId)) {
                comments(tasks.get(taskId));
            }
        }
    }

    private void comments(Task task) {
        List<Comment> present = new ArrayList<>();
        comments.getOrDefault(task.getId(), Map.of()).values().stream()
            .sorted(Comparator.naturalOrder())
            .forEach(placed -> {
                Comment comment = ModelFactory.eINSTANCE.createComment();
                comment.setText(Values.text(placed.change().newValue(), "text"));
                comment.setAuthor(placed.entry().author());
                comment.setAt(placed.entry().at());
                present.add(comment);
            });
        if (!present.isEmpty() || !task.getComments().isEmpty()) {
            task.getComments().clear();
            task.getComments().addAll(present);
        }
    }

    private void verdicts(FoldedJournal journal, String space, int image) {
        Map<VerdictKey, Verdict> verdicts = verdictsOfImages.computeIfAbsent(image, first -> new HashMap<>());
        journal.items(space, image).forEach((annotation, item) -> {
            VerdictKey key = new VerdictKey(space, image, annotation);
            Optional<Verdict> verdict = VerdictContent.object(key, item);
            if (verdict.isPresent()) {
                verdicts.put(key, verdict.get());
            } else {
                verdicts.remove(key);
            }
        });
    }
}
