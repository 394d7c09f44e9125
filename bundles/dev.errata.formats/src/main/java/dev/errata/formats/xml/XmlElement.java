package dev.errata.formats.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.errata.formats.io.RawText;

/**
 * An element of a raw XML text, as {@link RawText} gives UTF-8, and where its parts stand there. Only for text that
 * {@link SafeXml} has accepted.
 *
 * @param attributes values by name, as written, entities and all
 * @param attributePlaces begin and end of each value
 * @param begin of the element
 * @param inner behind the start tag
 * @param innerEnd of the end tag; the same as {@code inner} where the element is empty by its tag
 * @param end behind the element
 */
public record XmlElement(String name, Map<String, String> attributes, Map<String, int[]> attributePlaces,
    List<XmlElement> children, int begin, int inner, int innerEnd, int end) {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);

    /** The root element. */
    public static XmlElement root(String text) {
        return parse(text, tag(text, 0));
    }

    /** Whether the element has no end tag. */
    public boolean closedByTag(String text) {
        return text.charAt(inner - 2) == '/' && inner == end;
    }

    /** The first child of a name, or null. */
    public XmlElement child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The children of a name. */
    public List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** What the text within says, entities resolved, spaces around left out. */
    public String content(String text) {
        return unescape(UTF_8.decode(text.substring(inner, innerEnd))).strip();
    }

    /** What the text of a child says; nothing where there is none. */
    public String content(String text, String childName) {
        XmlElement child = child(childName);
        return child == null ? "" : child.content(text);
    }

    /** What the value of an attribute says, entities resolved, or an empty text. */
    public String attribute(String attributeName) {
        return unescape(UTF_8.decode(attributes.getOrDefault(attributeName, "")));
    }

    private static int tag(String text, int from) {
        int at = text.indexOf('<', from);
        while (at >= 0) {
            if (text.startsWith("<!--", at)) {
                at = text.indexOf("-->", at) + 3;
            } else if (text.startsWith("<![CDATA[", at)) {
                at = text.indexOf("]]>", at) + 3;
            } else if (text.charAt(at + 1) == '?') {
                at = text.indexOf("?>", at) + 2;
            } else {
                return at;
            }
            at = text.indexOf('<', at);
        }
        return -1;
    }

    private static XmlElement parse(String text, int begin) {
        int at = begin + 1;
        while (" \t\r\n/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(begin + 1, at);
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, int[]> places = new LinkedHashMap<>();
        while (text.charAt(at) != '>' && text.charAt(at) != '/') {
            if (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
                continue;
            }
            int equals = text.indexOf('=', at);
            int quote = equals + 1;
            while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
                quote++;
            }
            int close = text.indexOf(text.charAt(quote), quote + 1);
            String attribute = text.substring(at, equals).strip();
            attributes.put(attribute, text.substring(quote + 1, close));
            places.put(attribute, new int[] {quote + 1, close});
            at = close + 1;
        }
        if (text.charAt(at) == '/') {
            int end = text.indexOf('>', at) + 1;
            return new XmlElement(name, attributes, places, List.of(), begin, end, end, end);
        }
        int inner = at + 1;
        List<XmlElement> children = new ArrayList<>();
        int next = tag(text, inner);
        while (text.charAt(next + 1) != '/') {
            XmlElement child = parse(text, next);
            children.add(child);
            next = tag(text, child.end);
        }
        return new XmlElement(name, attributes, places, children, begin, inner, next, text.indexOf('>', next) + 1);
    }

    /** Text for use between tags or quotes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\r' -> escaped.append("&#13;");
                case '\t' -> escaped.append("&#9;");
                default -> escaped.append(c < ' ' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    /** What text between tags or quotes means; a CDATA section is its content. */
    public static String unescape(String text) {
        if (text.indexOf('&') < 0 && text.indexOf('<') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("<![CDATA[", at)) {
                int end = text.indexOf("]]>", at);
                plain.append(text, at + 9, end);
                at = end + 3;
            } else if (text.startsWith("<!--", at)) {
                at = text.indexOf("-->", at) + 3;
            } else if (c == '&' && text.indexOf(';', at) > 0) {
                int end = text.indexOf(';', at);
                plain.append(entity(text.substring(at + 1, end)));
                at = end + 1;
            } else {
                plain.append(c);
                at++;
            }
        }
        return plain.toString();
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#x") ? Character.toString(Integer.parseInt(name.substring(2), 16))
                : name.startsWith("#") ? Character.toString(Integer.parseInt(name.substring(1))) : "&" + name + ";";
        };
    }
}
