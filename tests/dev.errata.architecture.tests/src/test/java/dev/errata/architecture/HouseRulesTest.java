package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Rules that hold for every file. */
class HouseRulesTest {

    private static final long LARGEST = 3L << 20;
    private static final int LONGEST_LINE = 130;

    /** What no Java file does, and why. */
    private static final Map<Pattern, String> NEVER = Map.of(
        Pattern.compile("\\.to(Lower|Upper)Case\\(\\)"), "depends on the locale: give Locale.ROOT",
        Pattern.compile("String\\.format\\(\""), "depends on the locale: give Locale.ROOT",
        Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}"), "hides a failure",
        Pattern.compile("\\.printStackTrace\\(\\)"), "is no message for a person",
        Pattern.compile("throw new (IllegalState|UnsupportedOperation)Exception\\(\\);"), "says nothing, or is not done yet",
        Pattern.compile("\\bnew (FileReader|FileWriter)\\("), "depends on the platform's encoding: use Files",
        Pattern.compile("\\bnew ObjectInputStream\\("), "runs code that the data names");

    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\(");

    @Test
    void filesAreSmall() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path file : Repository.files("")) {
            if (Files.size(file) > LARGEST) {
                large.add(Repository.name(file));
            }
        }
        assertEquals(List.of(), large);
    }

    @Test
    void nothingIsLeftToDo() {
        // written so that this file doesn't find itself
        Pattern open = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|/wor" + "k/|\\.\\./sha" + "red\\b");
        Set<String> found = new TreeSet<>();
        for (Path file : Repository.files("")) {
            if (isText(file) && open.matcher(Repository.read(file)).find()) {
                found.add(Repository.name(file));
            }
        }
        assertEquals(Set.of(), found);
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*(\\.(java|md|properties|xml|sh|bat|target|product|ecore|genmodel|css|yml)|"
            + "MANIFEST\\.MF|/errata|/mvnw|/run)");
    }

    @Test
    void javaKeepsTheRules() {
        Set<String> broken = new TreeSet<>();
        for (String folder : List.of("bundles", "tests", "releng")) {
            for (Path file : Repository.files(folder, ".java")) {
                String code = JavaSource.of(file).code();
                NEVER.forEach((pattern, why) -> {
                    if (pattern.matcher(code).find()) {
                        broken.add(Repository.name(file) + ": " + pattern + " " + why);
                    }
                });
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void testsWaitForWhatTheyNeed() {
        Set<String> sleepers = new TreeSet<>();
        for (Path file : Repository.files("tests", ".java")) {
            if (SLEEP.matcher(JavaSource.of(file).code()).find()) {
                sleepers.add(Repository.name(file));
            }
        }
        assertEquals(Set.of(), sleepers);
    }

    @Test
    void linesAreNotTooLong() {
        Set<String> tooLong = new TreeSet<>();
        for (String folder : List.of("bundles", "tests", "releng")) {
            for (Path file : Repository.files(folder, ".java")) {
                int number = 0;
                for (String line : Repository.read(file).split("\n")) {
                    number++;
                    if (line.codePointCount(0, line.length()) > LONGEST_LINE) {
                        tooLong.add(Repository.name(file) + ":" + number);
                    }
                }
            }
        }
        assertEquals(Set.of(), tooLong);
    }
}
