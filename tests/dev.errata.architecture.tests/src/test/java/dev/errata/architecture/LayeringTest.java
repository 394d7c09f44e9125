package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** Which bundle may use which. */
class LayeringTest {

    /** A bundle may use those before it. */
    private static final List<String> ORDER = List.of("engine", "formats", "dataset", "review", "cli", "ui", "ui.matrix",
        "ui.mismatch", "ui.annotation", "ui.charts", "app");

    /** They meet through the workbench's selection and commands. */
    private static final Set<String> STRANGERS = Set.of("ui.matrix", "ui.mismatch", "ui.annotation", "ui.charts");

    private static final Set<String> HEADLESS = Set.of("engine", "formats", "dataset", "review", "cli");

    /** Data without code; the window's product opens it. */
    private static final String SAMPLE = "sample";

    @Test
    void bundlesUseOnlyThoseBelow() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : Repository.bundles()) {
            String name = Repository.shortName(bundle);
            if (name.equals(SAMPLE)) {
                continue;
            }
            assertTrue(ORDER.contains(name), name + " has no place in the order of the bundles");
            for (String used : used(bundle)) {
                if (used.equals(SAMPLE)) {
                    continue;
                }
                boolean strangers = STRANGERS.contains(name) && STRANGERS.contains(used);
                if (strangers || ORDER.indexOf(used) > ORDER.indexOf(name) || used.equals("cli")) {
                    wrong.add(name + " uses " + used);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Set<String> used(Path bundle) throws Exception {
        Set<String> used = new TreeSet<>();
        Manifest.of(bundle).names("Require-Bundle").forEach(required -> addBundle(used, required));
        Manifest.of(bundle).names("Import-Package").forEach(imported -> addOwner(used, imported));
        // a plug-in's POM only tells Maven in which order to build
        if (Manifest.of(bundle).value("Bundle-SymbolicName").isEmpty()) {
            for (var dependency : Xml.elements(Xml.read(bundle.resolve("pom.xml")), "dependency")) {
                addBundle(used, Xml.child(dependency, "artifactId"));
            }
        }
        for (Path file : sources(bundle)) {
            JavaSource.of(file).packages().forEach(imported -> addOwner(used, imported));
        }
        used.remove(Repository.shortName(bundle));
        used.remove("emf.generator");
        return used;
    }

    private static void addBundle(Set<String> used, String bundle) {
        if (bundle.startsWith("dev.errata.")) {
            used.add(bundle.substring("dev.errata.".length()));
        }
    }

    /** The bundle that holds a package: the one with the longest name that the package's begins with. */
    private static void addOwner(Set<String> used, String imported) {
        Repository.bundles().stream().map(Repository::shortName)
            .filter(name -> (imported + ".").startsWith("dev.errata." + name + "."))
            .max((a, b) -> a.length() - b.length()).ifPresent(used::add);
    }

    private static List<Path> sources(Path bundle) {
        return Repository.files(Repository.name(bundle), ".java");
    }

    @Test
    void engineIsPlainJava() {
        Set<String> wrong = new TreeSet<>();
        for (Path file : sources(Repository.root().resolve("bundles/dev.errata.engine"))) {
            for (String used : JavaSource.of(file).packages()) {
                boolean plain = used.equals("java.lang") || used.startsWith("java.lang.") || used.equals("java.util")
                    || used.startsWith("java.util.") || used.startsWith("dev.errata.engine");
                if (!plain || used.equals("java.util.zip") || used.equals("java.util.jar")) {
                    wrong.add(Repository.name(file) + " uses " + used);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void headlessBundlesNeedNoWindow() throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (Path bundle : Repository.bundles()) {
            if (HEADLESS.contains(Repository.shortName(bundle))) {
                Manifest manifest = Manifest.of(bundle);
                for (String header : List.of("Require-Bundle", "Import-Package")) {
                    manifest.names(header).stream().filter(LayeringTest::isWindow)
                        .forEach(name -> wrong.add(Repository.name(bundle) + " requires " + name));
                }
                for (var dependency : Xml.elements(Xml.read(bundle.resolve("pom.xml")), "dependency")) {
                    String artifact = Xml.child(dependency, "artifactId");
                    if (isWindow(artifact)) {
                        wrong.add(Repository.name(bundle) + " depends on " + artifact);
                    }
                }
                for (Path file : sources(bundle)) {
                    JavaSource.of(file).packages().stream().filter(LayeringTest::isWindow)
                        .forEach(used -> wrong.add(Repository.name(file) + " uses " + used));
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private static boolean isWindow(String name) {
        return (name + ".").matches("(org\\.eclipse\\.(swt|jface|ui|e4|draw2d)\\..*|java\\.awt\\.(?!image\\.|geom\\.).*|"
            + "javax\\.swing\\..*)");
    }

    @Test
    void usedPackagesOfPlugInsAreExported() {
        Set<String> wrong = new TreeSet<>();
        for (Path bundle : Repository.bundles()) {
            for (Path file : sources(bundle)) {
                for (String used : JavaSource.of(file).packages()) {
                    Path owner = owner(used);
                    if (owner != null && !owner.equals(bundle)) {
                        Manifest manifest = Manifest.of(owner);
                        boolean plugIn = !manifest.value("Bundle-SymbolicName").isEmpty();
                        if (plugIn && !manifest.names("Export-Package").contains(used)) {
                            wrong.add(Repository.shortName(owner) + " does not export " + used + ", which "
                                + Repository.name(file) + " uses");
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void plugInsRequireTheBundlesThatTheyUse() {
        Set<String> wrong = new TreeSet<>();
        for (Path bundle : Repository.bundles()) {
            Manifest manifest = Manifest.of(bundle);
            if (!manifest.value("Bundle-SymbolicName").isEmpty()) {
                for (Path file : sources(bundle)) {
                    for (String used : JavaSource.of(file).packages()) {
                        Path owner = owner(used);
                        if (owner != null && !owner.equals(bundle)
                            && !manifest.names("Require-Bundle").contains(owner.getFileName().toString())) {
                            wrong.add(Repository.name(file) + " uses " + used + " of " + owner.getFileName());
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    private static Path owner(String used) {
        return Repository.bundles().stream()
            .filter(bundle -> (used + ".").startsWith(bundle.getFileName() + "."))
            .max((a, b) -> a.toString().length() - b.toString().length()).orElse(null);
    }
}
