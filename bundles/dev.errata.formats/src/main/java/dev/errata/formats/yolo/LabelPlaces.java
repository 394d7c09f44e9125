package dev.errata.formats.yolo;

import java.util.HashMap;
import java.util.Map;

import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.records.Records;

/** Where the label files of pictures go that have none: beside those of the other pictures in their folder. */
final class LabelPlaces {

    private final Map<String, String> folders = new HashMap<>();
    private boolean dota;

    /** @param labelled images with label files, whose keys are the names of these */
    LabelPlaces(Records labelled) {
        for (int image = 0; image < labelled.imageCount(); image++) {
            ImageEntry entry = labelled.imageEntry(image);
            String folder = folder(entry.originalId());
            folders.putIfAbsent(folder(entry.fileName()), folder);
            dota |= isDota(folder);
        }
    }

    /** Whether a folder is called as that of DOTA's labels. */
    static boolean isDota(String folder) {
        return ("/" + folder).contains("/labelTxt/");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The path of the label file of a picture, without its ending. */
    String of(String picture) {
        String stem = PathNames.stem(picture);
        String known = folders.get(folder(picture));
        if (known != null) {
            return known + PathNames.base(stem);
        }
        int images = ("/" + stem).lastIndexOf("/images/");
        return images < 0 ? stem : stem.substring(0, images) + (dota ? "labelTxt/" : "labels/") + stem.substring(images + 7);
    }
}
