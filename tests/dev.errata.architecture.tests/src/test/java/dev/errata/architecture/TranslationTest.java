package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Texts of the window stand in properties files; each has a use, and each use a text. */
class TranslationTest {

    private static final Pattern FIELD = Pattern.compile("(?m)^ *(?:public )?static String (\\w+(?:\\s*,\\s*\\w+)*)\\s*;");
    private static final Pattern LOOKED_UP = Pattern.compile("TEXTS\\.get\\(\\s*\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("=\\s*\"%([^\"]+)\"|>\\s*%([^<\\s]+)\\s*<");

    @Test
    void messagesAndFieldsAreTheSame() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.files("bundles", "messages.properties")) {
            Path folder = javaFolder(file);
            List<String> sources = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(path -> path.toString().endsWith(".java")).forEach(path -> sources.add(Repository.read(path)));
            }
            Set<String> fields = new TreeSet<>();
            sources.stream().filter(source -> source.contains("extends NLS") || source.contains("Texts.fill("))
                .forEach(source -> fields.addAll(fields(source)));
            difference(wrong, Repository.name(file), keys(file),
                fields.isEmpty() ? lookedUp(keys(file), String.join("\n", sources)) : fields);
        }
        assertEquals(List.of(), wrong);
    }

    /** The folder of the classes that a file of texts belongs to. */
    private static Path javaFolder(Path file) {
        return Path.of(file.getParent().toString().replace("/src/main/resources/", "/src/main/java/"));
    }

    /** The keys that the classes of a package look up by name. Those of enumerations are not told from others. */
    private static Set<String> lookedUp(Set<String> texts, String sources) {
        Set<String> keys = new TreeSet<>();
        Matcher matcher = LOOKED_UP.matcher(sources);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        texts.stream().filter(key -> key.matches("[A-Z_]+") || sources.contains("\"" + key + "\"")).forEach(keys::add);
        return keys;
    }

    @Test
    void keysOfPluginXmlHaveTexts() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : Repository.bundles()) {
            // the build makes the dataset's plugin.xml from its model
            Path resources = bundle.resolve("src/main/resources");
            Path folder = Files.exists(resources.resolve("plugin.xml")) ? resources : bundle;
            check(wrong, folder, "plugin.xml", "plugin.properties");
        }
        try (var features = Files.list(Repository.root().resolve("features"))) {
            for (Path feature : features.filter(folder -> Files.exists(folder.resolve("feature.xml"))).toList()) {
                check(wrong, feature, "feature.xml", "feature.properties");
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(List<String> wrong, Path folder, String xml, String properties) throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : List.of(folder.resolve(xml), folder.resolve("META-INF/MANIFEST.MF"))) {
            if (Files.exists(file)) {
                Matcher matcher = (file.toString().endsWith(".MF") ? Pattern.compile("(?m)^[\\w-]+: %(\\S+)()") : KEY)
                    .matcher(Repository.read(file));
                while (matcher.find()) {
                    used.add(matcher.group(1) == null || matcher.group(1).isEmpty() ? matcher.group(2) : matcher.group(1));
                }
            }
        }
        Path texts = folder.resolve(properties);
        difference(wrong, Repository.name(texts), Files.exists(texts) ? keys(texts) : Set.of(), used);
    }

    private static void difference(List<String> wrong, String file, Set<String> texts, Set<String> used) {
        Set<String> unused = new TreeSet<>(texts);
        unused.removeAll(used);
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(texts);
        if (!unused.isEmpty()) {
            wrong.add(file + " has texts without use: " + unused);
        }
        if (!missing.isEmpty()) {
            wrong.add(file + " has no texts for " + missing);
        }
    }

    private static Set<String> fields(String code) {
        Set<String> fields = new TreeSet<>();
        Matcher matcher = FIELD.matcher(code);
        while (matcher.find()) {
            for (String name : matcher.group(1).split(",")) {
                fields.add(name.strip());
            }
        }
        return fields;
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Repository.read(file)));
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
