package dev.errata.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.ItemState;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/**
 * The pictures that people looked at when they decided, or when they sent a task: where another one is there now, or none, what
 * they decided stays, but is stale until somebody decides again.
 */
public final class ReviewedPictures {

    /** The stamp of the picture in the content of a verdict and of a task. */
    static final String PICTURE = "picture";
    private static final String CODE = "review.picture.";

    private ReviewedPictures() {
    }

    /**
     * What is stale of an image.
     *
     * @param image index of the image
     * @param gone whether there is no picture any more, rather than another one
     * @param verdicts decisions about another picture than the one that is there
     * @param tasks tasks that are not accepted yet and that were sent with another picture
     */
    public record Stale(int image, boolean gone, int verdicts, int tasks) {
    }

    /** What is stale, in the order of the images. Reads a little of every picture that somebody decided about. */
    public static List<Stale> stale(OpenDataset dataset, Progress progress) {
        return stale(new PictureStamps(dataset), progress);
    }

    private static List<Stale> stale(PictureStamps pictures, Progress progress) {
        OpenDataset dataset = pictures.dataset();
        Map<Integer, List<String>> verdicts = new TreeMap<>();
        Map<Integer, List<String>> tasks = new TreeMap<>();
        dataset.changes().read(journal -> {
            for (String space : journal.spaces()) {
                if (space.startsWith(Spaces.VERDICT)) {
                    verdicts(journal, space, verdicts);
                } else if (space.startsWith(Spaces.BATCH)) {
                    tasks(journal, space, tasks);
                }
            }
            return null;
        });
        TreeMap<Integer, List<String>> images = new TreeMap<>(verdicts);
        images.putAll(tasks);
        images.keySet().removeIf(image -> image < 0 || image >= dataset.imageCount());
        progress.begin("Looking at reviewed pictures", images.size());
        List<Stale> stale = new ArrayList<>();
        for (int image : images.keySet()) {
            String now = pictures.of(image);
            int others = others(verdicts.get(image), now);
            int otherTasks = others(tasks.get(image), now);
            if (others + otherTasks > 0) {
                stale.add(new Stale(image, now.isEmpty(), others, otherTasks));
            }
            progress.advance(1);
        }
        return stale;
    }

    private static int others(List<String> stamps, String now) {
        return stamps == null ? 0 : (int) stamps.stream().filter(stamp -> !stamp.equals(now)).count();
    }

    private static void verdicts(FoldedJournal journal, String space, Map<Integer, List<String>> into) {
        journal.space(space).forEach((image, items) -> {
            for (ItemState item : items.values()) {
                FieldHistory history = item.field(Spaces.KIND);
                put(into, image, history == null ? "" : Values.text(history.value(), PICTURE));
            }
        });
    }

    private static void tasks(FoldedJournal journal, String space, Map<Integer, List<String>> into) {
        ItemState batch = journal.items(space, -1).get(-1L);
        if (batch == null || batch.addition().isEmpty() || !batch.exists(false)) {
            return;
        }
        for (Object task : Values.list(batch.addition().get().change().newValue(), "tasks")) {
            String id = Values.text(task, "id");
            if (TaskFold.of(journal, id).state() != TaskState.ACCEPTED) {
                put(into, (int) Values.number(task, "image", -1), Values.text(task, PICTURE));
            }
        }
    }

    private static void put(Map<Integer, List<String>> into, int image, String stamp) {
        if (!stamp.isEmpty()) {
            into.computeIfAbsent(image, index -> new ArrayList<>()).add(stamp);
        }
    }

    /** Whether {@link #check} found an issue. */
    public static boolean isAbout(Issue issue) {
        return issue.code().startsWith(CODE);
    }

    /** What is stale, as problems of the dataset. */
    public static List<Issue> check(OpenDataset dataset, Progress progress) {
        return check(new PictureStamps(dataset), progress);
    }

    /** The same for a check that is made again and again: reads only of pictures that it has not seen as they are now. */
    public static List<Issue> check(PictureStamps pictures, Progress progress) {
        OpenDataset dataset = pictures.dataset();
        List<Issue> issues = new ArrayList<>();
        for (Stale stale : stale(pictures, progress)) {
            List<String> what = new ArrayList<>();
            if (stale.verdicts() > 0) {
                what.add(stale.verdicts() + (stale.verdicts() == 1 ? " verdict" : " verdicts"));
            }
            if (stale.tasks() > 0) {
                what.add(stale.tasks() + (stale.tasks() == 1 ? " task" : " tasks"));
            }
            issues.add(new Issue(CODE + (stale.gone() ? "gone" : "replaced"), Severity.WARNING,
                dataset.picture(stale.image()).map(Object::toString).orElse(dataset.fileName(stale.image())), 0, 0,
                dataset.imageEntry(stale.image()).originalId(), "", "The picture was "
                    + (stale.gone() ? "there" : "another one") + " when people decided: stale are " + String.join(" and ", what)
                    + ". They were kept; " + (stale.gone() ? "put the picture back." : "look at them again.")));
        }
        return issues;
    }
}
