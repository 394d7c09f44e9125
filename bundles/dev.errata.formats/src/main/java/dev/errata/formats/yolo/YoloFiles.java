package dev.errata.formats.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.text.Numbers;

/** Tells the label files of YOLO from other texts. */
final class YoloFiles {

    private static final Set<String> OTHER_TEXTS = Set.of("train.txt", "val.txt", "valid.txt", "test.txt", "trainval.txt",
        "readme.txt", "readme.dataset.txt", "readme.roboflow.txt", "requirements.txt", "autosplit_train.txt");
    private static final int SAMPLE = 20;

    private YoloFiles() {
    }

    /**
     * Whether a tree holds labels, or predictions: among the first files there may be as many others, as notes are.
     */
    static boolean recognises(LabelTree tree, boolean predictions) throws IOException {
        List<String> files = labels(tree);
        int keypoints = YoloNames.keypoints(tree);
        int rows = 0;
        int others = 0;
        for (String file : files.subList(0, Math.min(SAMPLE, files.size()))) {
            String text = new String(tree.head(file), StandardCharsets.UTF_8);
            others += text.isBlank() || looksLikeRows(text, true, keypoints) ? 0 : 1;
            rows += looksLikeRows(text, predictions, keypoints) ? 1 : 0;
        }
        return rows > 0 && others <= rows;
    }

    /** Whether a text begins with a row of a label file. */
    static boolean looksLikeRows(String text, boolean predictions, int keypoints) {
        List<Part> lines = Lines.of(text);
        if (lines.isEmpty()) {
            return false;
        }
        String line = lines.stream().map(part -> part.of(text)).filter(row -> !DotaRow.isHeader(row)).findFirst().orElse("");
        DotaRow oriented = DotaRow.of(line);
        if (oriented != null && oriented.box() != null) {
            return true;
        }
        YoloRow row = YoloRow.of(line, predictions, keypoints);
        if (row == null || !Numbers.isNumber(row.label())) {
            return false;
        }
        for (double value : row.values()) {
            if (!(Math.abs(value) < 100_000)) {
                return false;
            }
        }
        return true;
    }

    /** The files of a tree that hold labels. */
    static List<String> labels(LabelTree tree) {
        List<String> texts = tree.names("txt").stream().filter(name -> !YoloNames.isList(name)
            && !OTHER_TEXTS.contains(PathNames.base(name).toLowerCase(Locale.ROOT))).toList();
        List<String> inFolder = texts.stream().filter(name -> name.startsWith("labels/") || name.contains("/labels/")
            || name.contains("obj_train_data/") || name.contains("obj_val") || name.startsWith("labelTxt/")
            || name.contains("/labelTxt/")).toList();
        return inFolder.isEmpty() ? texts : inFolder;
    }
}
