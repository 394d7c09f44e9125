package dev.errata.formats.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.engine.Progress;
import dev.errata.engine.masks.Mask;
import dev.errata.formats.RecordMasks;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.RunLengths;

/** Reads the {@code segmentation} of every record of a COCO file, labels or results. */
final class CocoMasks {

    private final List<RecordMasks.Shape> shapes = new ArrayList<>();
    private final BitSet withBox = new BitSet();

    /** A shape that is written as outlines. */
    private record Polygons(List<double[]> written) implements RecordMasks.Shape {

        @Override
        public Mask rasterise(int height, int width) {
            return Mask.ofPolygons(written, height, width);
        }

        @Override
        public List<double[]> outlines() {
            return written.stream().allMatch(Outlines::finite) ? written : List.of();
        }
    }

    private CocoMasks() {
    }

    static RecordMasks read(LabelInput input, Progress progress) throws IOException {
        CocoMasks masks = new CocoMasks();
        JsonCursor.read(input, new IssueLog(input.path().toString()), progress, masks::readDocument);
        return new RecordMasks(masks.shapes, masks.withBox);
    }

    private Void readDocument(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            readRecords(cursor);
            return null;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean annotations = parser.currentName().equals("annotations");
            if (parser.nextToken() == JsonToken.START_ARRAY && annotations) {
                readRecords(cursor);
            } else {
                cursor.skip();
            }
        }
        return null;
    }

    private void readRecords(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            RecordMasks.Shape shape = null;
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String field = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (field.equals("segmentation")) {
                        shape = shape(cursor);
                    } else if (field.equals("bbox") && value == JsonToken.START_ARRAY) {
                        withBox.set(shapes.size(), numbers(cursor).length == 4);
                    } else {
                        cursor.skip();
                    }
                }
            } else {
                cursor.skip();
            }
            shapes.add(shape);
        }
    }

    private static RecordMasks.Shape shape(JsonCursor cursor) throws IOException {
        return switch (cursor.parser().currentToken()) {
            case START_ARRAY -> polygons(cursor);
            case START_OBJECT -> runs(cursor);
            default -> null;
        };
    }

    private static RecordMasks.Shape polygons(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        List<double[]> polygons = new ArrayList<>();
        double[] single = new double[0];
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                polygons.add(numbers(cursor));
            } else if (token.isNumeric()) {
                // one outline without the list around it
                single = Arrays.copyOf(single, single.length + 1);
                single[single.length - 1] = cursor.number();
            } else {
                cursor.skip();
            }
        }
        if (polygons.isEmpty()) {
            polygons.add(single);
        }
        polygons.removeIf(points -> points.length < 6 || points.length % 2 != 0);
        return polygons.isEmpty() ? null : new Polygons(polygons);
    }

    /** The numbers of a list; what is no number becomes NaN. */
    private static double[] numbers(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        double[] numbers = new double[16];
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = token.isNumeric() ? cursor.number() : Double.NaN;
            cursor.skip();
        }
        return Arrays.copyOf(numbers, count);
    }

    private static RecordMasks.Shape runs(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        double[] size = new double[0];
        long[] runs = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("size") && value == JsonToken.START_ARRAY) {
                size = numbers(cursor);
            } else if (field.equals("counts") && value == JsonToken.START_ARRAY) {
                runs = Arrays.stream(numbers(cursor)).mapToLong(number -> (long) number).toArray();
            } else if (field.equals("counts") && value == JsonToken.VALUE_STRING) {
                runs = RunLengths.decode(parser.getText());
            } else {
                cursor.skip();
            }
        }
        if (runs == null || size.length != 2) {
            return null;
        }
        long[] all = runs;
        int ownHeight = (int) size[0];
        int ownWidth = (int) size[1];
        return (height, width) -> Mask.ofRuns(all, ownHeight, ownWidth);
    }
}
