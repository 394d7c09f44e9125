package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What the README tells to type exists. */
class ReadmeTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)(?:\\./|^)errata +([a-z][a-z-]*)( [^\\n`|]*)?");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    private static Path readme() {
        Path readme = Repository.root().resolve("README.md");
        assumeTrue(Files.exists(readme), "there is no README.md");
        return readme;
    }

    private static Set<String> all(Pattern pattern, String text, int group) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }

    /** The text inside fences and backquotes. */
    private static String typed(String markdown) {
        return String.join("\n", all(Pattern.compile("(?s)```[a-z]*\\n(.*?)```"), markdown, 1)) + "\n"
            + String.join("\n", all(Pattern.compile("`([^`\\n]+)`"), markdown.replaceAll("(?s)```.*?```", ""), 1)) + "\n"
            + String.join("\n", all(Pattern.compile("(?m)^    (.*)$"), markdown, 1));
    }

    @Test
    void commandsAndOptionsExist() {
        Path sources = Repository.root().resolve("bundles/dev.errata.cli/src/dev/errata/cli");
        Set<String> commands = all(Pattern.compile("ALL\\.put\\(\"([a-z-]+)\""),
            Repository.read(sources.resolve("Commands.java")), 1);
        Set<String> options = new TreeSet<>(Set.of("--help", "--version"));
        for (Path file : Repository.files(Repository.name(sources), ".java")) {
            options.addAll(all(Pattern.compile("\"(--[a-z-]+)\""), Repository.read(file), 1));
        }
        Set<String> unknown = new TreeSet<>();
        Matcher matcher = COMMAND.matcher(typed(Repository.read(readme())));
        while (matcher.find()) {
            if (!commands.contains(matcher.group(1))) {
                unknown.add(matcher.group(1));
            }
            Set<String> used = all(OPTION, matcher.group().replaceAll("\\s+", " "), 0);
            used.removeAll(options);
            unknown.addAll(used);
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void linksLeadToFiles() {
        Set<String> broken = new TreeSet<>();
        for (String link : all(Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)"), Repository.read(readme()), 1)) {
            if (!link.contains("://") && !Files.exists(Repository.root().resolve(link))) {
                broken.add(link);
            }
        }
        assertEquals(Set.of(), broken);
    }

    @Test
    void scriptsCanBeRun() {
        for (String script : Set.of("mvnw", "errata", ".ci/run")) {
            Path file = Repository.root().resolve(script);
            assertTrue(Files.isExecutable(file), script + " is not executable");
        }
    }
}
