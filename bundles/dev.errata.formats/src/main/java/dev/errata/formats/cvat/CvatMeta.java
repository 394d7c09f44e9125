package dev.errata.formats.cvat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.errata.formats.io.IssueLog;
import dev.errata.formats.records.Records;
import dev.errata.formats.xml.XmlElement;
import dev.errata.formats.xml.XmlElements;

/** The {@code <meta>} of a file: what it says of its task and its labels. */
final class CvatMeta {

    private CvatMeta() {
    }

    /** Its text, which stands in front of images and tracks as a rule; nothing where there is none. */
    static String find(InputStream in, String place) throws IOException {
        String[] found = {""};
        XmlElements.read(in, new IssueLog(place), element -> {
            boolean meta = element.raw().matches("(?s)<meta[ \t\r\n/>].*");
            found[0] = meta ? element.raw() : "";
            return !meta;
        });
        return found[0];
    }

    /** Notes the classes that it names. */
    static void labels(String text, Records into) {
        if (!text.isEmpty()) {
            add(XmlElement.root(text), text, into);
        }
    }

    private static void add(XmlElement parent, String text, Records into) {
        for (XmlElement child : parent.children()) {
            if (child.name().equals("label") && child.child("name") != null) {
                if (child.child("parent") == null) {
                    // the joints of a skeleton are labels, too
                    into.label(child.content(text, "name"));
                }
            } else {
                add(child, text, into);
            }
        }
    }

    /** Notes what it says of the task that images belong to. */
    static void imageFields(String text, Records into, int from, int to) {
        XmlElement task = text.isEmpty() ? null : XmlElement.root(text).child("task");
        for (int image = from; task != null && image < to; image++) {
            for (String name : List.of("created", "updated", "subset")) {
                into.imageField(image, name, task.content(text, name));
            }
            into.imageField(image, "task", task.content(text, "name"));
            for (String person : List.of("owner", "assignee")) {
                XmlElement user = task.child(person);
                into.imageField(image, person, user == null ? "" : user.content(text, "username"));
            }
        }
    }
}
