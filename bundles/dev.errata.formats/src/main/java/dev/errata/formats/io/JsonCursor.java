package dev.errata.formats.io;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipException;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.NumberInput;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;

/** Goes through a JSON label file once and knows where it is; what is wrong with the file becomes a {@link FormatException}. */
public final class JsonCursor implements AutoCloseable {

    /** Reads a whole file with a cursor. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(JsonCursor cursor) throws IOException;
    }

    /** Goes through a document with a cursor. */
    @FunctionalInterface
    interface Walk {

        /** @return whether it went to the end, so that nothing may stand behind */
        boolean go(JsonCursor cursor) throws IOException;
    }

    private static final String ENCODING = "text.encoding";
    private static final int FEW = 16;
    private static final int LONGEST_POINTER = 200;

    private final JsonParser parser;
    private final IssueLog log;
    private final int unit;
    private final int mark;
    private final List<Fields> skipped = new ArrayList<>();
    private int depth;
    private Supplier<String> lastRecord = () -> "";

    private JsonCursor(InputStream utf8, IssueLog log) throws IOException {
        this.log = log;
        this.parser = SafeJson.factory().createParser(utf8);
        this.unit = 1;
        this.mark = 0;
    }

    /**
     * Checks that a text is one JSON document in which no object has a field twice.
     *
     * @throws FormatException where it is not
     */
    public static void check(byte[] text, IssueLog log) throws IOException {
        read(new ByteArrayInputStream(text), log, all -> {
            all.skip();
            return true;
        });
    }

    /** Reads a document from its first token on. */
    static void read(InputStream utf8, IssueLog log, Walk walk) throws IOException {
        try (JsonCursor cursor = new JsonCursor(utf8, log)) {
            cursor.begin();
            if (cursor.run(walk::go)) {
                cursor.end();
            }
        } catch (JsonProcessingException e) {
            throw refused(e, log);
        } catch (CharConversionException e) {
            throw log.refuse(ENCODING, 0, 0, "", "", "The text is not valid: " + e.getMessage() + ".");
        }
    }

    private JsonCursor(LabelInput input, IssueLog log, Progress progress) throws IOException {
        this.log = log;
        this.parser = SafeJson.factory().createParser(input.open(progress));
        this.unit = input.charset() == StandardCharsets.UTF_8 ? 1 : 2;
        this.mark = unit == 1 ? 0 : input.byteOrderMark();
    }

    /**
     * Reads a file from its first token to its end, and checks that nothing stands behind the document and that the file
     * was not changed meanwhile.
     */
    public static <T> T read(LabelInput input, IssueLog log, Progress progress, Reading<T> reading) throws IOException {
        if (input.head().length == input.byteOrderMark()) {
            throw log.refuse("file.empty", 1, 1, "", "", "The file is empty; a JSON document was expected.");
        }
        if (input.head().length > 1 && input.head()[0] == 0 && input.head()[1] == 0) {
            throw log.refuse("file.binary", 1, 1, "", "", "This is not text: it begins with zeros.");
        }
        try (JsonCursor cursor = new JsonCursor(input, log, progress)) {
            cursor.begin();
            T result = cursor.run(reading);
            cursor.end();
            input.checkUnchanged();
            return result;
        } catch (JsonProcessingException e) {
            throw refused(e, log);
        } catch (FormatException e) {
            if (e.issue().code().equals(ENCODING)) {
                findInvalid(input);
            }
            throw e;
        } catch (EOFException | ZipException e) {
            throw log.refuse("gzip.damaged", 0, 0, "", "", "The compressed file is damaged or cut off (" + e.getMessage()
                + "); get a whole copy of it.");
        } catch (CharConversionException e) {
            throw log.refuse(ENCODING, 0, 0, "", "", "The text is not valid: " + e.getMessage()
                + "; convert the file to UTF-8.");
        }
    }

    /** Refuses a file where its text is not valid: the parser knows that only some bytes later. */
    private static void findInvalid(LabelInput input) throws IOException {
        try (InputStream text = new CheckedUtf8(input.open(Progress.NONE), input.place())) {
            text.transferTo(OutputStream.nullOutputStream());
        }
    }

    private <T> T run(Reading<T> reading) throws IOException {
        try {
            return reading.read(this);
        } catch (JsonProcessingException e) {
            throw e instanceof StreamConstraintsException ? tooLarge(e) : cutOff(e) ? truncated(e) : refused(e, log);
        }
    }

    /** Something is larger than {@link SafeJson} allows, at the token after the current one. */
    private FormatException tooLarge(JsonProcessingException e) {
        JsonLocation at = parser.currentLocation();
        String path = parser.getParsingContext().pathAsPointer().toString();
        String pointer = path.length() <= LONGEST_POINTER ? path : "";
        return new FormatException(new Issue("json.limit", Severity.ERROR, log.file(), at.getLineNr(), at.getColumnNr(),
            place(at), pointer, "", "", "Larger than any label file needs: " + why(e) + " (byte " + place(at) + ")."));
    }

    /** What the parser says, without the names of its settings. */
    private static String why(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll(", from `[^`]*`|: enable `[^`]*` to allow", "");
    }

    private static boolean cutOff(JsonProcessingException e) {
        return e instanceof JsonEOFException || e.getOriginalMessage().contains("end-of-input");
    }

    private FormatException truncated(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        JsonStreamContext open = parser.getParsingContext();
        JsonLocation begin = open.startLocation(ContentReference.unknown());
        String last = lastRecord.get();
        return log.refuse("json.truncated", at.getLineNr(), at.getColumnNr(), last, "", "The file ends too early, in the "
            + (open.inArray() ? "array" : "object") + " that begins at " + begin.getLineNr() + ":" + begin.getColumnNr()
            + (last.isEmpty() ? "" : "; the last complete record is " + last)
            + ". Nothing was imported; get a whole copy of the file.");
    }

    /** Names the last record that was read whole, for the message when the file ends too early. */
    public void lastRecord(Supplier<String> name) {
        lastRecord = name;
    }

    private void begin() throws IOException {
        if (parser.nextToken() == null) {
            throw log.refuse("file.empty", 1, 1, "", "", "The file is empty; a JSON document was expected.");
        }
    }

    private void end() throws IOException {
        JsonToken behind;
        try {
            behind = parser.nextToken();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw log.refuse("json.trailing", at.getLineNr(), at.getColumnNr(), "", "",
                "Something stands behind the JSON document (byte " + at.getByteOffset() + "); cut it off or repair the file.");
        }
        if (behind != null) {
            JsonLocation at = parser.currentTokenLocation();
            throw log.refuse("json.trailing", at.getLineNr(), at.getColumnNr(), "", "",
                "A second JSON document begins here (byte " + at.getByteOffset() + "); put each document into its own file.");
        }
    }

    private static FormatException refused(JsonProcessingException e, IssueLog log) {
        JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        long line = Math.max(0, at.getLineNr());
        long column = Math.max(0, at.getColumnNr());
        String why = why(e);
        String where = at.getByteOffset() >= 0 ? " (byte " + at.getByteOffset() + ")" : "";
        if (cutOff(e)) {
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

    /** The parser, for what this class doesn't offer. */
    public JsonParser parser() {
        return parser;
    }

    /** The byte at which the current token begins, from the beginning of the (uncompressed) file. */
    public long tokenBegin() {
        return place(parser.currentTokenLocation());
    }

    /** The byte behind the current token, which must be the end of an object or an array. */
    public long tokenEnd() {
        return place(parser.currentLocation());
    }

    private long place(JsonLocation at) {
        return unit == 1 ? at.getByteOffset() : mark + unit * at.getCharOffset();
    }

    /** The line of the current token, from 1. */
    public long line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The column of the current token, from 1. */
    public long column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    /** Refuses the file because of the current token. */
    public FormatException refuse(String code, String record, String value, String message) {
        return log.refuse(code, line(), column(), record, value, message);
    }

    /** The current value as short text: a scalar as written, else what kind of thing it is. */
    public String shown() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> parser.getText();
        };
    }

    /** The value of the current number, exact; NaN where it is too large. */
    public double number() throws IOException {
        char[] text = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int length = parser.getTextLength();
        double value = Numbers.shortDecimal(text, offset, length);
        if (Double.isNaN(value)) {
            value = NumberInput.parseDouble(text, offset, length, true);
        }
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Skips the current value; an object in it that has a field twice refuses the file. */
    public void skip() throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> skipObject();
            case START_ARRAY -> {
                for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                    if (token.isStructStart()) {
                        skip();
                    }
                }
            }
            default -> {
                // a scalar is behind us already
            }
        }
    }

    private void skipObject() throws IOException {
        // each level of nesting has its own, used again for the next object there
        if (skipped.size() == depth) {
            skipped.add(new Fields());
        }
        Fields fields = skipped.get(depth++);
        fields.clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            fields.add(this);
            if (parser.nextToken().isStructStart()) {
                skip();
            }
        }
        depth--;
    }

    /** The fields of one object seen so far. */
    public static final class Fields {

        private String[] few = new String[FEW];
        private long[] lines = new long[FEW];
        private int count;
        private Set<String> many;

        /** Forgets all fields, for the next object. */
        public void clear() {
            count = 0;
            many = null;
        }

        /**
         * Notes the field that the cursor stands at.
         *
         * @throws FormatException if the object had it already
         */
        public void add(JsonCursor cursor) throws IOException {
            String name = cursor.parser.currentName();
            for (int i = 0; i < Math.min(count, FEW); i++) {
                if (few[i].equals(name)) {
                    throw duplicate(cursor, name, "; the first stands in line " + lines[i]);
                }
            }
            if (count < FEW) {
                few[count] = name;
                lines[count] = cursor.line();
            } else {
                if (many == null) {
                    many = new HashSet<>(Arrays.asList(few));
                }
                if (!many.add(name)) {
                    throw duplicate(cursor, name, "");
                }
            }
            count++;
        }

        private static FormatException duplicate(JsonCursor cursor, String name, String first) {
            return cursor.refuse("json.duplicate.key", "", name, "An object has the field \"" + name + "\" twice" + first
                + ". Which one is meant cannot be known: remove one.");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
