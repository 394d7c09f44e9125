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

import org.junit.jupiter.api.Test;

/** Texts of the window stand in properties files; each has a use, and each use a text. */
class TranslationTest {

    private static final Pattern FIELD = Pattern.compile("public static String (\\w+(?:\\s*,\\s*\\w+)*)\\s*;");
    private static final Pattern KEY = Pattern.compile("=\\s*\"%([^\"]+)\"|>\\s*%([^<\\s]+)\\s*<");

    @Test
    void messagesAndFieldsAreTheSame() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : Repository.files("bundles", "messages.properties")) {
            Path messages = file.resolveSibling("Messages.java");
            if (!Files.exists(messages)) {
                messages = file.getParent().toString().contains("resources") ? inJavaFolder(file) : messages;
            }
            if (!Files.exists(messages)) {
                wrong.add(Repository.name(file) + " has no class Messages beside it");
                continue;
            }
            Set<String> fields = fields(JavaSource.of(messages).code());
            if (!fields.isEmpty()) {
                difference(wrong, Repository.name(file), keys(file), fields);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Path inJavaFolder(Path file) {
        return Path.of(file.resolveSibling("Messages.java").toString().replace("resources", "java"));
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
