package dev.errata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the plain modules compile with is what the product holds. */
class TargetPlatformTest {

    @Test
    void librariesOfThePomAreThoseOfTheTarget() throws Exception {
        Map<String, String> target = new HashMap<>();
        for (Element dependency : Xml.elements(Xml.read(Repository.root().resolve("target-platform/errata.target")),
            "dependency")) {
            target.put(coordinates(dependency), Xml.child(dependency, "version"));
        }
        Path pom = Repository.root().resolve("pom.xml");
        Document document = Xml.read(pom);
        Element properties = Xml.elements(document, "properties").get(0);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Element dependency : Xml.elements(document, "dependency")) {
            String pinned = target.get(coordinates(dependency));
            String version = Xml.child(dependency, "version");
            if (version.startsWith("${")) {
                version = Xml.child(properties, version.substring(2, version.length() - 1));
            }
            if (pinned != null && !version.isEmpty()) {
                compared++;
                if (!pinned.equals(version)) {
                    wrong.add(coordinates(dependency) + " is " + version + " in the POM and " + pinned + " in the target");
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared >= 6, "only " + compared + " libraries were found in both files");
    }

    private static String coordinates(Element dependency) {
        return Xml.child(dependency, "groupId") + ":" + Xml.child(dependency, "artifactId");
    }
}
