package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the guide in the window speaks of exists: its pages, the commands that it links and the keys that it names. */
class GuideTest {

    private static final Path BUNDLE = Repository.root().resolve("bundles/dev.errata.ui");
    private static final Pattern PAGE = Pattern.compile("(?m)^    ([A-Z]+)\\(Messages\\.Page_");
    private static final Pattern KEY = Pattern.compile("\\{key:([^}]*)\\}");
    private static final Pattern VERB = Pattern.compile("<b>errata ([a-z]+)");
    private static final String PLATFORM = "org.eclipse.ui.";
    /** What forms understand. */
    private static final Set<String> TAGS = Set.of("form", "p", "li", "b", "a");

    private final Set<String> links = new TreeSet<>();
    private final Set<String> keys = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();
    private final Set<String> verbs = new TreeSet<>();

    GuideTest() throws Exception {
        for (Path file : Repository.files("bundles/dev.errata.ui/guide", ".xml")) {
            files.add(file.getFileName().toString());
            for (Element element : Xml.elements(Xml.read(file), "*")) {
                assertTrue(TAGS.contains(element.getTagName()), file + " has " + element.getTagName());
                if (element.getTagName().equals("a")) {
                    links.add(element.getAttribute("href"));
                }
            }
            String text = Repository.read(file);
            KEY.matcher(text).results().forEach(key -> keys.add(key.group(1)));
            VERB.matcher(text).results().forEach(verb -> verbs.add(verb.group(1)));
        }
    }

    @Test
    void everyPageHasAFileAndEveryFileAPage() {
        Set<String> pages = PAGE.matcher(Repository.read(BUNDLE.resolve("src/dev/errata/ui/guide/GuidePage.java"))).results()
            .map(page -> page.group(1).toLowerCase(Locale.ROOT) + ".xml").collect(Collectors.toSet());
        assertEquals(pages, files);
    }

    @Test
    void linksLeadToPagesAndCommands() throws Exception {
        Set<String> known = attributes("command", "id");
        for (String link : links) {
            assertTrue(link.startsWith("page:") ? files.contains(link.substring("page:".length()) + ".xml")
                : link.startsWith("command:") && known.contains(link.substring("command:".length()).replaceFirst("\\(.*", "")),
                link);
        }
        assertTrue(links.size() > 10, links::toString);
    }

    @Test
    void commandsWhoseKeysAreNamedHaveSome() throws Exception {
        Set<String> bound = attributes("key", "commandId");
        keys.removeIf(key -> bound.contains(key) || key.startsWith(PLATFORM));
        assertEquals(Set.of(), keys);
    }

    @Test
    void verbsOfTheCommandLineExist() {
        String commands = Repository.read(Repository.root().resolve("bundles/dev.errata.cli/src/dev/errata/cli/Commands.java"));
        verbs.removeIf(verb -> verb.equals("help") || commands.contains("\"" + verb + "\""));
        assertEquals(Set.of(), verbs);
    }

    private static Set<String> attributes(String element, String attribute) throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path plugin : Repository.files("bundles", "plugin.xml")) {
            Xml.elements(Xml.read(plugin), element).forEach(each -> found.add(each.getAttribute(attribute)));
        }
        return found;
    }
}
