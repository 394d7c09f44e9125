package dev.errata.formats.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong with a file.
 *
 * @param place where in the file, in millionths of its length
 * @param length how many bytes from there on
 * @param token bytes, one a character, that come in
 */
record Fault(Kind kind, int place, int length, String token) {

    static final int PLACES = 1_000_000;
    static final int SHORT = 5;
    static final int LONG = 200;

    /** What JSON, XML, CSV and YAML are made of, and what they stumble over. */
    static final List<String> TOKENS = List.of("", "{", "}", "[", "]", "\"", ",", ":", "null", "1e999", "-1", "NaN", "<", ">",
        "&", ";", "\n", "\r", "\0", "\\", "\\u0000", bytes("\u732b"), "]]>", "<!DOCTYPE x>", "9999999999999999999999", "0.5",
        "../", "\t", "'");

    /** What happens to the bytes. */
    enum Kind {
        REMOVED, INSERTED, REPLACED, REPEATED
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    static Fault random(Random random) {
        String token = random.nextInt(5) == 0 ? Character.toString(random.nextInt(256))
            : TOKENS.get(random.nextInt(TOKENS.size()));
        return new Fault(Kind.values()[random.nextInt(Kind.values().length)], random.nextInt(PLACES),
            random.nextInt(random.nextInt(3) == 0 ? LONG : SHORT + 1), token);
    }

    /** The file with some faults, one after another. */
    static byte[] in(byte[] good, List<Fault> faults) {
        String text = new String(good, StandardCharsets.ISO_8859_1);
        for (Fault fault : faults) {
            text = fault.in(text);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String in(String text) {
        int at = (int) ((long) place * text.length() / PLACES);
        int end = Math.min(text.length(), at + length);
        return switch (kind) {
            case REMOVED -> text.substring(0, at) + text.substring(end);
            case INSERTED -> text.substring(0, at) + token + text.substring(at);
            case REPLACED -> text.substring(0, at) + token + text.substring(end);
            case REPEATED -> text.substring(0, at) + text.substring(at, end) + text.substring(at);
        };
    }
}
