package dev.errata.formats.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import dev.errata.engine.Progress;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PartOfTask;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonElements;
import dev.errata.formats.xml.SafeXml;
import dev.errata.formats.xml.XmlElements;

/**
 * What is being read. Nothing that one call gives is larger than one file of one image, or one element of a larger file.
 *
 * @param tree the files
 * @param pictures the images that could be found
 */
public record Source(LabelTree tree, Pictures pictures, Progress progress) {

    /**
     * Says what is going to be read, so that the progress knows its end.
     *
     * @param passes how many times each file is opened with progress
     */
    public void begin(List<String> files, int passes) throws IOException {
        long total = 0;
        for (String file : files) {
            total += tree.length(file);
        }
        progress.begin("Reading " + tree.path().getFileName(), passes * total);
    }

    /** How issues name a file. */
    public String place(String file) {
        return tree.place(file);
    }

    /** Reads the file of one image as raw text. */
    public String text(String file) throws IOException {
        if (progress.cancelled()) {
            throw new CancellationException("reading was cancelled");
        }
        return new RawText(StandardCharsets.UTF_8).fromBytes(tree.read(file, progress));
    }

    /** Opens a file as raw text. */
    public InputStream open(String file) throws IOException {
        return tree.openText(file, progress);
    }

    /** Opens a file of which only the beginning matters as a rule: stops when asked to, but reports no progress. */
    public InputStream peek(String file) throws IOException {
        return tree.openText(file, new PartOfTask(progress, false));
    }

    /** Takes the elements of an array that is a JSON document, or that is a field of one. */
    public Set<String> elements(String file, Set<String> arrays, JsonElements.Each each) throws IOException {
        try (InputStream in = open(file)) {
            return JsonElements.read(in, new IssueLog(place(file)), arrays, Set.of(), each);
        }
    }

    /**
     * Takes the elements of an array that is a JSON document, or that is a field of one.
     *
     * @param what they are, for people
     * @throws dev.errata.formats.FormatException if there is no such array
     */
    public void listed(String file, Set<String> arrays, String what, JsonElements.Each each) throws IOException {
        if (elements(file, arrays, each).isEmpty()) {
            throw new IssueLog(place(file)).refuse("json.list", 1, 1, "", "", "There is no list of " + what + " in this file.");
        }
    }

    /** Checks a JSON file, and says which of some fields have arrays. */
    public Set<String> arrays(String file, Set<String> arrays) throws IOException {
        return elements(file, arrays, (field, element) -> true);
    }

    /** Checks an XML file. */
    public void checkXml(String file) throws IOException {
        try (InputStream in = open(file)) {
            SafeXml.check(in, place(file));
        }
    }

    /** Takes the elements within the root of an XML file that was checked. */
    public void xmlElements(String file, XmlElements.Each each) throws IOException {
        try (InputStream in = open(file)) {
            XmlElements.read(in, new IssueLog(place(file)), each);
        }
    }
}
