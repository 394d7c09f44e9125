package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is written is also built and delivered. */
class PackagingTest {

    @Test
    void everyBundleAndTestIsAModule() throws Exception {
        Set<String> modules = new TreeSet<>();
        Xml.elements(Xml.read(Repository.root().resolve("pom.xml")), "module")
            .forEach(module -> modules.add(module.getTextContent().strip()));
        Set<String> folders = new TreeSet<>();
        for (String group : Set.of("bundles", "features", "tests", "releng")) {
            try (Stream<Path> children = Files.list(Repository.root().resolve(group))) {
                children.filter(child -> Files.exists(child.resolve("pom.xml")))
                    .forEach(child -> folders.add(Repository.name(child)));
            }
        }
        folders.add("target-platform");
        assertEquals(folders, modules);
    }

    @Test
    void everyBundleIsInAFeature() throws Exception {
        Set<String> delivered = new TreeSet<>();
        for (Path feature : Repository.files("features", "feature.xml")) {
            Xml.elements(Xml.read(feature), "plugin").forEach(plugin -> delivered.add(plugin.getAttribute("id")));
        }
        Set<String> forgotten = new TreeSet<>();
        for (Path bundle : Repository.bundles()) {
            forgotten.add(bundle.getFileName().toString());
        }
        forgotten.removeAll(delivered);
        assertEquals(Set.of(), forgotten);
    }

    /** The command line starts without the platform: both launch scripts name what it needs. */
    @Test
    void bothLaunchScriptsPutTheSameBundlesOnTheClassPath() throws IOException {
        Path root = Repository.root().resolve("features/dev.errata.platform.feature/root");
        Set<String> unix = names(root.resolve("unix/errata"), "(?s)case \\$name in\\s(.*?)\\)");
        Set<String> windows = names(root.resolve("windows/errata.bat"), "(?m)^set \"NAMES=(.*)\"");
        assertEquals(unix, windows);
        assertTrue(unix.contains("dev.errata.cli"), unix::toString);
    }

    private static Set<String> names(Path script, String place) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher lists = Pattern.compile(place).matcher(Files.readString(script));
        while (lists.find()) {
            names.addAll(List.of(lists.group(1).replaceAll("[|\\\\]|%NAMES%", " ").strip().split("\\s+")));
        }
        return names;
    }

    @Test
    void modelCodeIsMadeByTheBuild() throws IOException {
        Path model = Repository.root().resolve("bundles/dev.errata.dataset/src/main/java/dev/errata/dataset/model");
        assertEquals(false, Files.exists(model), "the code of the model comes from dataset.ecore: remove " + model);
        Set<String> generated = new TreeSet<>();
        for (Path file : Repository.files("bundles", ".java")) {
            if (Repository.read(file).contains("@generated")) {
                generated.add(Repository.name(file));
            }
        }
        assertEquals(Set.of(), generated);
    }
}
