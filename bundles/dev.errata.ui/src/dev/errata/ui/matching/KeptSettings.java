package dev.errata.ui.matching;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.errata.engine.matching.Thresholds;

/**
 * How a person matches a dataset, as it is remembered: a line of text, with the names of profile and classes, which may mean
 * nothing any more when it is read.
 *
 * @param profile the name of a profile
 * @param allowed the names of the classes of each allowed pair in turn, ground truth first
 * @param ignored the names of the ignored classes
 */
record KeptSettings(String profile, Thresholds thresholds, boolean byMasks, List<String> allowed, List<String> ignored) {

    private static final String MASKS = "masks"; //$NON-NLS-1$
    private static final String BOXES = "boxes"; //$NON-NLS-1$
    private static final String PART = " "; //$NON-NLS-1$
    private static final String NAME = ","; //$NON-NLS-1$
    private static final String ALLOWED = "allowed:"; //$NON-NLS-1$
    private static final String IGNORED = "ignored:"; //$NON-NLS-1$

    /** What a line says; empty where it is none that was written here. */
    static Optional<KeptSettings> parse(String line) {
        String[] parts = line.split(PART, -1);
        if (parts.length != 6 || !parts[4].startsWith(ALLOWED) || !parts[5].startsWith(IGNORED)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeptSettings(parts[0],
                new Thresholds(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])), MASKS.equals(parts[3]),
                names(parts[4].substring(ALLOWED.length())), names(parts[5].substring(IGNORED.length()))));
        } catch (IllegalArgumentException edited) {
            // somebody edited the file: as if it were not there
            return Optional.empty();
        }
    }

    String line() {
        return String.join(PART, profile, Double.toString(thresholds.iou()), Double.toString(thresholds.confidence()),
            byMasks ? MASKS : BOXES, ALLOWED + text(allowed), IGNORED + text(ignored));
    }

    private static String text(List<String> names) {
        return names.stream().map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8)).collect(Collectors.joining(NAME));
    }

    private static List<String> names(String text) {
        return text.isEmpty() ? List.of()
            : Arrays.stream(text.split(NAME, -1)).map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8)).toList();
    }
}
