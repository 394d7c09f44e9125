package dev.errata.formats.json;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipException;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.io.CheckedUtf8;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.text.Numbers;

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

    private final JsonParser parser;
    private final IssueLog log;
    private final int unit;
    private final int mark;
    private final List<JsonFields> skipped = new ArrayList<>();
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
            throw JsonFaults.of(e, log);
        } catch (CharConversionException e) {
            throw log.refuse(JsonFaults.ENCODING, 0, 0, "", "", "The text is not valid: " + e.getMessage() + ".");
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
            throw JsonFaults.of(e, log);
        } catch (FormatException e) {
            if (e.issue().code().equals(JsonFaults.ENCODING)) {
                findInvalid(input);
            }
            throw e;
        } catch (EOFException | ZipException e) {
            throw log.refuse("gzip.damaged", 0, 0, "", "", "The compressed file is damaged or cut off (" + e.getMessage()
                + "); get a whole copy of it.");
        } catch (CharConversionException e) {
            throw log.refuse(JsonFaults.ENCODING, 0, 0, "", "", "The text is not valid: " + e.getMessage()
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
            throw JsonFaults.within(e, parser, place(parser.currentLocation()), lastRecord.get(), log);
        }
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
            throw JsonFaults.behind("Something stands behind the JSON document (%s); cut it off or repair the file.",
                e.getLocation(), log);
        }
        if (behind != null) {
            throw JsonFaults.behind("A second JSON document begins here (%s); put each document into its own file.",
                parser.currentTokenLocation(), log);
        }
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
            skipped.add(new JsonFields());
        }
        JsonFields fields = skipped.get(depth++);
        fields.clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            fields.add(this);
            if (parser.nextToken().isStructStart()) {
                skip();
            }
        }
        depth--;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
