package dev.errata.formats.records;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.Roots;

/** Looks for names of classes and images that are trouble. */
final class NameChecks {

    private NameChecks() {
    }

    /** Names of pictures that are never opened, or that another computer may not tell apart or not have. */
    static void images(List<ImageEntry> images, IssueLog log) {
        Map<String, String> names = new HashMap<>();
        for (ImageEntry image : images) {
            String name = image.fileName();
            String same = names.putIfAbsent(FileNames.folded(name), name);
            if (!Roots.isInside(name)) {
                log.add(Severity.WARNING, "image.name.outside", 0, 0, image.originalId(), name,
                    "The name leads outside of the folder of pictures, so none is looked for. The labels were imported.");
            } else if (same != null && !same.equals(name) || !FileNames.portable(name)) {
                log.add(Severity.WARNING, "image.name.portability", 0, 0, image.originalId(), name, same == null
                    || same.equals(name) ? "Some systems cannot have a file of this name."
                        : "Some systems cannot tell this name from " + same + ".");
            }
        }
    }

    /** Names of classes that only letter case and spaces tell apart. */
    static void classes(List<ClassEntry> classes, IssueLog log) {
        Map<String, String> names = new HashMap<>();
        for (ClassEntry entry : classes) {
            String same = names.putIfAbsent(entry.name().strip().toLowerCase(Locale.ROOT), entry.name());
            if (same != null) {
                log.add(Severity.WARNING, "class.name.duplicate", 0, 0, Long.toString(entry.originalId()), entry.name(),
                    "Two classes have the name \"" + same + "\" (letter case and spaces aside); they were not merged.");
            }
        }
    }
}
