package dev.errata.formats.records;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.errata.formats.GroundTruth;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.Roots;

/**
 * Names for the label files of images, without ending: those of the pictures, made so that every system can have them, that they
 * lead nowhere else and that no two are one file, whatever the system thinks of capital letters and accents.
 */
public final class FileNames {

    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6",
        "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");
    private static final String FORBIDDEN = "<>:\"|?*";

    private final List<String> stems = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();

    public FileNames(GroundTruth truth) {
        Set<String> taken = new HashSet<>();
        for (int image = 0; image < truth.images().size(); image++) {
            String name = truth.images().get(image).fileName();
            String wanted = stem(name, image);
            String free = wanted;
            for (int i = 2; !taken.add(folded(free)); i++) {
                free = wanted + "_" + i;
            }
            if (!free.equals(PathNames.stem(name.replace('\\', '/')))) {
                renamed.add(name + " as " + free);
            }
            stems.add(free);
        }
    }

    /** The name of an image's file. */
    public String stem(int image) {
        return stems.get(image);
    }

    /** What is not called as its picture is, each as "picture as name". */
    public List<String> renamed() {
        return List.copyOf(renamed);
    }

    /** Whether every system can have files with these folders and this name. */
    static boolean portable(String fileName) {
        for (String part : fileName.replace('\\', '/').split("/")) {
            if (!part.equals(".") && !part(part).equals(part)) {
                return false;
            }
        }
        return true;
    }

    /** What a system sees of a name that knows no capital letters, and one way to write an accent. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String stem(String fileName, int image) {
        String name = fileName.replace('\\', '/');
        if (!Roots.isInside(name)) {
            name = PathNames.base(name);
        }
        StringBuilder path = new StringBuilder();
        for (String part : PathNames.stem(name).split("/")) {
            String safe = part(part);
            if (!safe.isEmpty()) {
                path.append(path.isEmpty() ? "" : "/").append(safe);
            }
        }
        return path.isEmpty() ? "image-" + image : path.toString();
    }

    /** A name as that of one folder or file that every system can have. */
    public static String single(String name) {
        String safe = part(name.replace('/', '_').replace('\\', '_'));
        return safe.isEmpty() ? "_" : safe;
    }

    private static String part(String part) {
        StringBuilder safe = new StringBuilder();
        part.codePoints().map(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0 ? '_' : c).forEach(safe::appendCodePoint);
        int end = safe.length();
        while (end > 0 && (safe.charAt(end - 1) == '.' || safe.charAt(end - 1) == ' ')) {
            end--;
        }
        safe.setLength(end);
        String first = safe.toString().split("[.]", 2)[0].toLowerCase(Locale.ROOT);
        return RESERVED.contains(first) ? "_" + safe : safe.toString();
    }
}
