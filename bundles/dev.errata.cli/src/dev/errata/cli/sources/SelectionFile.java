package dev.errata.cli.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Texts;
import dev.errata.formats.json.SafeJson;

/**
 * Reads a selection of labels and predictions: a JSON array of objects as the lists of mismatches and suspects print them. What
 * else the objects have is skipped.
 */
final class SelectionFile {

    private static final String MEANT =
        "wanted is an array of objects with annotation and prediction, as 'errata suspects --output json' prints it";

    private final String name;
    private final JsonParser parser;
    private int number;

    private SelectionFile(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    /**
     * One object of the array; what it doesn't have is null.
     *
     * @param place where it stands, for messages
     * @param annotation id of the annotation
     * @param prediction position in the results file
     */
    record Entry(String place, Long annotation, Integer prediction, String run, String image, String verdict) {
    }

    /**
     * Reads all entries.
     *
     * @param name of the file, for messages
     * @throws CommandFailure naming the place where it is not what is wanted
     */
    static List<Entry> read(String name, InputStream in) throws IOException, CommandFailure {
        try (JsonParser parser = SafeJson.factory().createParser(in)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            return new SelectionFile(name, parser).entries();
        } catch (JsonProcessingException broken) {
            String at = broken.getLocation() == null ? "" : ":" + broken.getLocation().getLineNr();
            throw new CommandFailure(name + at + ": is no JSON: " + broken.getOriginalMessage());
        }
    }

    private List<Entry> entries() throws IOException, CommandFailure {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new CommandFailure(name + ": is empty; " + MEANT);
        }
        if (first != JsonToken.START_ARRAY) {
            throw wrong("is no array; " + MEANT);
        }
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            number++;
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw wrong("is no object; " + MEANT);
            }
            entries.add(entry());
        }
        if (parser.nextToken() != null) {
            throw new CommandFailure(name + ":" + line() + ": something stands behind the array");
        }
        return entries;
    }

    private Entry entry() throws IOException, CommandFailure {
        String place = place();
        Long annotation = null;
        Integer prediction = null;
        String run = null;
        String image = null;
        String verdict = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "annotation" -> annotation = whole(field, Long.MAX_VALUE);
                case "prediction" -> {
                    Long position = whole(field, Integer.MAX_VALUE);
                    prediction = position == null ? null : position.intValue();
                }
                case "run" -> run = text(field);
                case "image" -> image = text(field);
                case "verdict" -> verdict = text(field);
                default -> parser.skipChildren();
            }
        }
        if (annotation == null && prediction == null) {
            throw new CommandFailure(place + ": has neither an annotation nor a prediction");
        }
        return new Entry(place, annotation, prediction, run, image, verdict);
    }

    private Long whole(String field, long most) throws IOException, CommandFailure {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrong(field + " is " + shown() + ", no whole number");
        }
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER || parser.getLongValue() > most) {
            throw wrong(field + " is " + shown() + ", which is too large");
        }
        return parser.getLongValue();
    }

    private String text(String field) throws IOException, CommandFailure {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(field + " is " + shown() + ", no text");
        }
        return parser.getText();
    }

    private String shown() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "\"" + Texts.shown(parser.getText()) + "\"";
            default -> Texts.shown(parser.getText());
        };
    }

    private CommandFailure wrong(String message) {
        return new CommandFailure((number == 0 ? name + ":" + line() : place()) + ": " + message);
    }

    private String place() {
        return name + ":" + line() + ", entry " + number;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
