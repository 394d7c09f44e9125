package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
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
