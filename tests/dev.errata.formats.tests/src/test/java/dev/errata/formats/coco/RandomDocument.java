package dev.errata.formats.coco;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.errata.formats.text.Numbers;

/** A COCO file of random content in one of the styles in which tools write them. */
final class RandomDocument {

    final List<String> records = new ArrayList<>();
    final String before;
    final String after;
    final String between;
    final String lead;
    final String tail;
    final Charset charset;
    final String mark;

    private final Random random;
    private final String colon;
    private final String comma;
    private final String open;
    private final String close;
    private final String arrayComma;
    private final boolean points;

    RandomDocument(Random random, Charset charset, String mark) {
        this.random = random;
        this.charset = charset;
        this.mark = mark;
        int style = random.nextInt(4);
        String line = random.nextBoolean() ? "\n" : "\r\n";
        colon = style == 0 ? ":" : ": ";
        comma = style == 0 ? "," : style == 3 ? "," + line + "      " : ", ";
        open = style == 3 ? "{" + line + "      " : "{";
        close = style == 3 ? line + "    }" : "}";
        arrayComma = style == 0 ? "," : style == 3 ? "," + line + "        " : ", ";
        between = style == 0 ? "," : style == 1 ? ", " : "," + line + "    ";
        lead = style < 2 ? "" : line + "    ";
        tail = style < 2 ? "" : line + "  ";
        points = random.nextBoolean();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            records.add(record(i));
        }
        String head = "\"info\"" + colon + "{\"n\"" + colon + "1.10}";
        String images = "\"images\"" + colon + "[{\"id\"" + colon + "11,\"file_name\"" + colon + "\"a\u00e9.jpg\"},"
            + "{\"id\"" + colon + "\"x-2\",\"file_name\"" + colon + "\"b.jpg\"}]";
        String classes = "\"categories\"" + colon + "[{\"id\"" + colon + "3,\"name\"" + colon + "\"\u732b\"},"
            + "{\"id\"" + colon + "1,\"name\"" + colon + "\"dog\"},{\"name\"" + colon + "\"c\",\"id\"" + colon + "9}]";
        boolean first = random.nextBoolean();
        String end = random.nextBoolean() ? line : "";
        before = mark + "{" + lead + (first ? "" : images + comma + classes + comma) + head + comma + "\"annotations\"" + colon
            + "[" + lead;
        after = (count == 0 && !lead.isEmpty() ? "" : tail) + "]" + (first ? comma + classes + comma + images : "") + "}" + end;
    }

    private String number(double value) {
        return Numbers.format(value, points) + (points && random.nextInt(8) == 0 ? "0" : "");
    }

    double value() {
        return random.nextInt(3) == 0 ? random.nextInt(500) : random.nextInt(50000) / 100.0;
    }

    private String array(double... values) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : arrayComma).append(number(values[i]));
        }
        return text.append("]").toString();
    }

    private String record(int index) {
        if (random.nextInt(12) == 0) {
            return "{\"id\"" + colon + (100 + index) + comma + "\"bbox\"" + colon + "[1,2]}";
        }
        double x = value();
        double y = value();
        double width = value();
        double height = value();
        List<String> fields = new ArrayList<>();
        fields.add("\"id\"" + colon + (100 + index));
        fields.add("\"image_id\"" + colon + (random.nextBoolean() ? "11" : "\"x-2\""));
        fields.add("\"category_id\"" + colon + List.of("3", "1", "9").get(random.nextInt(3)));
        fields.add("\"bbox\"" + colon + array(x, y, width, height));
        if (random.nextInt(3) > 0) {
            fields.add("\"area\"" + colon + number(random.nextInt(9000) / 10.0));
        }
        if (random.nextInt(3) > 0) {
            fields.add("\"iscrowd\"" + colon + List.of("0", "1", "false").get(random.nextInt(3)));
        }
        switch (random.nextInt(4)) {
            case 0 -> fields.add("\"segmentation\"" + colon + "["
                + array(x, y, x + width, y, x + width, y + height, x, y + height) + "]");
            case 1 -> fields.add("\"segmentation\"" + colon + "[" + array(value(), value(), value(), value(), value(), value())
                + "]");
            case 2 -> fields.add("\"segmentation\"" + colon + "[]");
            default -> {
                // none
            }
        }
        if (random.nextBoolean()) {
            fields.add("\"attributes\"" + colon + "{\"t\u00e9xt\"" + colon + "\"a\\\"}\\u00e9\"" + comma + "\"flag\"" + colon
                + "true" + comma + "\"n\"" + colon + "1.50}");
        }
        fields.add("\"other \\\\ \\\"[\"" + colon + "[{\"a]\"" + colon + "null}, 1.10]");
        Collections.shuffle(fields, random);
        return open + String.join(comma, fields) + close;
    }

    byte[] bytes() {
        return (before + String.join(between, records) + after).getBytes(charset);
    }
}
