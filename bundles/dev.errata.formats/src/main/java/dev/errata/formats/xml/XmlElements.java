package dev.errata.formats.xml;

import java.io.IOException;
import java.io.InputStream;

import dev.errata.formats.FormatException;
import dev.errata.formats.io.Element;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PassingText;

/**
 * Goes through the elements that stand right within the root of an XML file, one by one; no more than one of them is held at a
 * time. Only for text that {@link SafeXml} has accepted.
 */
public final class XmlElements {

    /** Takes elements. */
    @FunctionalInterface
    public interface Each {

        /** @return whether to go on */
        boolean take(Element element) throws IOException;
    }

    private final PassingText text;
    private final IssueLog log;
    private long at;

    private XmlElements(PassingText text, IssueLog log) {
        this.text = text;
        this.log = log;
    }

    /**
     * Reads a document to its end, or as far as somebody takes elements.
     *
     * @param utf8 stays open
     */
    public static void read(InputStream utf8, IssueLog log, Each each) throws IOException {
        new XmlElements(new PassingText(utf8, log), log).read(each);
    }

    private void read(Each each) throws IOException {
        text.keep(0);
        if (tag() != Tag.BEGIN) {
            return;
        }
        boolean going = true;
        while (going) {
            long begin = nextTag();
            text.keep(begin);
            Tag tag = tag();
            if (tag == Tag.END) {
                return;
            }
            int depth = tag == Tag.BEGIN ? 1 : 0;
            while (depth > 0) {
                nextTag();
                Tag inner = tag();
                depth += inner == Tag.BEGIN ? 1 : inner == Tag.END ? -1 : 0;
            }
            going = each.take(new Element(text.slice(begin, at), begin, null));
        }
    }

    private enum Tag { BEGIN, END, EMPTY }

    /** Goes behind the next tag, and says which kind it is. */
    private Tag tag() throws IOException {
        at = nextTag() + 1;
        if (next() == '/') {
            while (next() != '>') {
                at++;
            }
            at++;
            return Tag.END;
        }
        int before = 0;
        int c = next();
        while (c != '>') {
            if (c == '"' || c == '\'') {
                at++;
                while (next() != c) {
                    at++;
                }
            }
            before = c;
            at++;
            c = next();
        }
        at++;
        return before == '/' ? Tag.EMPTY : Tag.BEGIN;
    }

    /** Where the next tag begins; comments, instructions and CDATA are passed. */
    private long nextTag() throws IOException {
        while (true) {
            while (next() != '<') {
                at++;
            }
            if (text.at(at + 1) == '?') {
                passTo("?>");
            } else if (text.at(at + 1) == '!') {
                passTo(text.at(at + 2) == '-' ? "-->" : "]]>");
            } else {
                return at;
            }
        }
    }

    private void passTo(String end) throws IOException {
        int matched = 0;
        at += 2;
        while (matched < end.length()) {
            int c = next();
            // ends repeat their first character at most once, so falling back by one is enough
            matched = c == end.charAt(matched) ? matched + 1 : matched == 2 && c == end.charAt(1) ? 2
                : c == end.charAt(0) ? 1 : 0;
            at++;
        }
    }

    private int next() throws IOException {
        int c = text.at(at);
        if (c < 0) {
            throw changed();
        }
        return c;
    }

    private FormatException changed() {
        return log.refuse("file.changed", 0, 0, "", "",
            "The file changed while it was read; nothing was imported, read it again.");
    }
}
