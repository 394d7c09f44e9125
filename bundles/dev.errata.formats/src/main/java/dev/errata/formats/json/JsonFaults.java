package dev.errata.formats.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.JsonEOFException;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.IssueLog;

/** Says what is wrong with a text that is no JSON, or more than label files need, and where. */
final class JsonFaults {

    /** The code of text that is no UTF-8. */
    static final String ENCODING = "text.encoding";
    private static final int LONGEST_POINTER = 200;

    private JsonFaults() {
    }

    /** A fault of which only the place is known that the parser tells. */
    static FormatException of(JsonProcessingException e, IssueLog log) {
        JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        long line = Math.max(0, at.getLineNr());
        long column = Math.max(0, at.getColumnNr());
        String why = why(e);
        String where = at.getByteOffset() >= 0 ? " (byte " + at.getByteOffset() + ")" : "";
        if (isCutOff(e)) {
            return log.refuse("json.truncated", line, column, "", "", "The file ends too early: " + why + where
                + ". Nothing was imported; get a whole copy of the file.");
        }
        if (why.contains("UTF-8")) {
            return log.refuse(ENCODING, line, column, "", "", "The text is not valid UTF-8: " + why + where
                + ". Convert the file to UTF-8.");
        }
        if (why.contains("CTRL-CHAR") && why.contains("between tokens")) {
            return log.refuse("file.binary", line, column, "", "", "This is not text: " + why + where);
        }
        return log.refuse("json.syntax", line, column, "", "", "This is not JSON: " + why + where);
    }

    /**
     * A fault within the document.
     *
     * @param parser in what it happened
     * @param place the byte at which the parser is
     * @param last the last record that was read whole, or an empty text
     */
    static FormatException within(JsonProcessingException e, JsonParser parser, long place, String last, IssueLog log) {
        if (e instanceof StreamConstraintsException) {
            JsonLocation at = parser.currentLocation();
            String path = parser.getParsingContext().pathAsPointer().toString();
            String pointer = path.length() <= LONGEST_POINTER ? path : "";
            return new FormatException(new Issue("json.limit", Severity.ERROR, log.file(), at.getLineNr(), at.getColumnNr(),
                place, pointer, "", "", "Larger than any label file needs: " + why(e) + " (byte " + place + ")."));
        }
        return isCutOff(e) ? truncated(e, parser, last, log) : of(e, log);
    }

    private static FormatException truncated(JsonProcessingException e, JsonParser parser, String last, IssueLog log) {
        JsonLocation at = e.getLocation();
        JsonStreamContext open = parser.getParsingContext();
        JsonLocation begin = open.startLocation(ContentReference.unknown());
        return log.refuse("json.truncated", at.getLineNr(), at.getColumnNr(), last, "", "The file ends too early, in the "
            + (open.inArray() ? "array" : "object") + " that begins at " + begin.getLineNr() + ":" + begin.getColumnNr()
            + (last.isEmpty() ? "" : "; the last complete record is " + last)
            + ". Nothing was imported; get a whole copy of the file.");
    }

    /** Something that stands behind the document. */
    static FormatException behind(String what, JsonLocation at, IssueLog log) {
        return log.refuse("json.trailing", at.getLineNr(), at.getColumnNr(), "", "",
            what.formatted("byte " + at.getByteOffset()));
    }

    private static boolean isCutOff(JsonProcessingException e) {
        return e instanceof JsonEOFException || e.getOriginalMessage().contains("end-of-input");
    }

    /** What the parser says, without the names of its settings and of its source. */
    static String why(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll(", from `[^`]*`|: enable `[^`]*` to allow", "")
            .replaceAll("\\[Source: [^\\]]*; line: ([0-9]+), column: ([0-9]+)\\]", "$1:$2");
    }
}
