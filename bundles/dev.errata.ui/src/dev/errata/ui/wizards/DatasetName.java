package dev.errata.ui.wizards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Proposes a name for a dataset. */
final class DatasetName {

    /** Names that label files and their folders have in every dataset. */
    private static final Set<String> EVERYDAY = Set.of("labels", "annotations", "_annotations.coco", "coco", "instances",
        "result", "data", "train", "val", "test", "gt", "ground_truth");

    private DatasetName() {
    }

    /**
     * The name of the label file or archive without its ending, that of a folder of labels, or of the first folder around them
     * that is more than "labels".
     */
    static String of(Path labels) {
        if (labels.getFileName() == null) {
            // the root of a disk, on the way to a longer path
            return ""; //$NON-NLS-1$
        }
        String fileName = labels.getFileName().toString();
        String name = Files.isDirectory(labels) ? fileName : withoutEnding(fileName);
        Path folder = labels.toAbsolutePath().getParent();
        while (EVERYDAY.contains(name.toLowerCase(Locale.ROOT)) && folder != null && folder.getFileName() != null) {
            name = folder.getFileName().toString();
            folder = folder.getParent();
        }
        return name;
    }

    private static String withoutEnding(String name) {
        int packed = name.toLowerCase(Locale.ROOT).lastIndexOf(".tar."); //$NON-NLS-1$
        int dot = packed > 0 ? packed : name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
