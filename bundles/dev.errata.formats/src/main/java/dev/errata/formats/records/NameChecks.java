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
public final class NameChecks {

    /** Longer ones are no names of devices. */
    private static final int DEVICE = 4;

    private NameChecks() {
    }

    /** Names of pictures that are never opened, or that another computer may not tell apart or not have. */
    public static void images(List<ImageEntry> images, IssueLog log) {
        Map<String, String> names = HashMap.newHashMap(images.size());
        for (ImageEntry image : images) {
            String name = image.fileName();
            boolean plain = isPlain(name);
            String same = names.putIfAbsent(plain ? name.toLowerCase(Locale.ROOT) : FileNames.folded(name), name);
            if (plain && (same == null || same.equals(name))) {
                continue;
            }
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

    /** Whether a name is so simple that no system has trouble with it: nearly all are, and this is quick to tell. */
    private static boolean isPlain(String name) {
        int part = 0;
        int stem = -1;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : '/';
            if (c == '/') {
                if ((stem < 0 ? i : stem) - part <= DEVICE || name.charAt(i - 1) == '.') {
                    return false;
                }
                part = i + 1;
                stem = -1;
            } else if (c == '.') {
                stem = stem < 0 ? i : stem;
            } else if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-')) {
                return false;
            }
        }
        return true;
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
