package dev.errata.formats.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.errata.formats.FormatException;
import dev.errata.formats.io.IssueLog;

/** The one XML parser for label files: no document types, no entities but the five, nothing from outside. */
public final class SafeXml {

    private static final XMLInputFactory FACTORY = factory();
    private static final int DEPTH = 100;
    /** Characters of what the parser says: it may repeat what stands in the file. */
    private static final int SHOWN = 300;

    private SafeXml() {
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is read from outside: " + systemId);
        });
        return factory;
    }

    /**
     * Checks that a text is well-formed XML without a document type. After that its tags can be found without looking further.
     *
     * @throws FormatException with the line and column of what is wrong
     */
    public static void check(byte[] text, String place) throws IOException {
        check(new ByteArrayInputStream(text), place);
    }

    /**
     * Checks the same of a text that is too long to be held.
     *
     * @param text stays open
     */
    public static void check(InputStream text, String place) throws IOException {
        IssueLog log = new IssueLog(place);
        PushbackInputStream utf8 = new PushbackInputStream(text);
        int first = utf8.read();
        if (first < 0) {
            throw log.refuse("file.empty", 1, 1, "", "", "The file is empty; XML was expected.");
        }
        utf8.unread(first);
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(utf8, "UTF-8");
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    Location at = reader.getLocation();
                    throw log.refuse("xml.doctype", at.getLineNumber(), at.getColumnNumber(), "", "",
                        "The file has a document type, which no label file needs and which can do harm. Remove it.");
                }
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (depth > DEPTH) {
                    throw log.refuse("xml.limit", reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber(),
                        "",
                        "", "Elements are nested deeper than any label file needs.");
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof FormatException refused) {
                throw refused;
            }
            Location at = e.getLocation();
            String why = e.getMessage() == null ? e.toString() : e.getMessage().replaceFirst("(?s)^ParseError.*Message: ", "")
                .replaceFirst("^JAXP[0-9]+: ", "");
            throw log.refuse("xml.syntax", at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber(), "", "",
                "This XML cannot be read: " + (why.length() <= SHOWN ? why : why.substring(0, SHOWN) + "\u2026"));
        }
    }
}
