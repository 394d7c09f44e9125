package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static final String FORMATS = "bundles/dev.errata.formats/src/main/java/dev/errata/formats/";

    /**
     * What reads things that strangers wrote, and the only files of the product that may use it. Whoever needs one of these uses
     * the guarded one.
     */
    private static final Map<Pattern, Set<String>> GUARDED = Map.of(
        Pattern.compile("\\b(XMLInputFactory|DocumentBuilderFactory|SAXParserFactory|SAXParser|XMLReader|TransformerFactory"
            + "|XPathFactory|SchemaFactory|XMLDecoder)\\b"), Set.of(FORMATS + "xml/SafeXml.java"),
        Pattern.compile("\\b(JsonFactory\\.builder|new (JsonFactory|ObjectMapper|JsonMapper)|JsonMapper\\.builder)\\b"), Set.of(
            FORMATS + "json/SafeJson.java", "bundles/dev.errata.dataset/src/main/java/dev/errata/dataset/journal/Json.java",
            "bundles/dev.errata.cli/src/dev/errata/cli/console/Json.java"),
        Pattern.compile("\\bnew Load\\(|org\\.yaml\\.snakeyaml|\\bnew Yaml\\("), Set.of(FORMATS + "yolo/SafeYaml.java"),
        Pattern.compile("\\bnew (ZipFile|ZipInputStream|JarFile)\\("), Set.of(FORMATS + "archive/ArchiveEntries.java"),
        // a driver's address can name classes to load and files to read
        Pattern.compile("\\b(DriverManager|DataSource|org\\.postgresql\\.Driver)\\b"),
        Set.of("bundles/dev.errata.dataset/src/main/java/dev/errata/dataset/journal/postgres/ServerConnections.java"),
        Pattern.compile("\\b(HttpClient|HttpURLConnection|URLConnection|Socket|SocketChannel|InetAddress|DatagramChannel)\\b"
            + "|java\\.net\\.http|\\.openConnection\\("), Set.of());

    /** A name in a label file becomes a path here and nowhere else. */
    private static final Pattern RESOLVE = Pattern.compile("(\\.resolve|\\bPath\\.of|\\bPaths\\.get|\\bnew File)\\((?!truth\\))");
    private static final Set<String> MAY_RESOLVE = Set.of("io/Roots.java", "files/LabelInput.java", "files/FolderFiles.java",
        "files/Pictures.java", "LabelSink.java");

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
    void strangersFilesAreReadByTheGuardedReadersOnly() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path file : Repository.files("bundles", ".java")) {
            String name = Repository.name(file);
            String code = JavaSource.of(file).code();
            GUARDED.forEach((pattern, allowed) -> {
                if (!allowed.contains(name) && pattern.matcher(code).find()) {
                    broken.add(name + ": " + pattern);
                }
            });
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void namesInLabelFilesBecomePathsInOnePlace() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path file : Repository.files("bundles/dev.errata.formats", ".java")) {
            String name = Repository.name(file);
            if (MAY_RESOLVE.stream().noneMatch(allowed -> name.equals(FORMATS + allowed))
                && RESOLVE.matcher(JavaSource.of(file).code()).find()) {
                broken.add(name);
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void theGuardedReadersAreThere() {
        GUARDED.values().forEach(allowed -> allowed.forEach(
            name -> assertTrue(Files.exists(Repository.root().resolve(name)), name)));
        MAY_RESOLVE.forEach(name -> assertTrue(Files.exists(Repository.root().resolve(FORMATS + name)), name));
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
