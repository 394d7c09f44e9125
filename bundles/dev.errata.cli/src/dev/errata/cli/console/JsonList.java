package dev.errata.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonGenerator;

/** A document that is one long list: what is in it is worded on all cores, block by block, and written in its order. */
public final class JsonList {

    private static final int BLOCK = 2048;
    /** Blocks that are worded before they are written. */
    private static final int AT_ONCE = 16;
    /** Of an element, in characters. */
    private static final int USUAL_LENGTH = 240;
    private static final String SEPARATOR = ", ";

    /** Writes one element. */
    public interface Element {
        void write(JsonGenerator json, int index) throws IOException;
    }

    private JsonList() {
    }

    /**
     * Writes the list, and ends the line.
     *
     * @param element is asked for several elements at a time
     */
    public static void write(PrintWriter out, int size, Element element) throws IOException {
        out.write("[ ");
        try {
            for (int begin = 0; begin < size; begin += BLOCK * AT_ONCE) {
                int first = begin;
                int count = Math.min(AT_ONCE, (size - begin + BLOCK - 1) / BLOCK);
                List<String> blocks = IntStream.range(0, count).parallel().mapToObj(block -> block(first + block * BLOCK,
                    Math.min(size, first + (block + 1) * BLOCK), element)).toList();
                for (int block = 0; block < count; block++) {
                    out.write(begin + block == 0 ? "" : SEPARATOR);
                    out.write(blocks.get(block));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.println(size == 0 ? "]" : " ]");
    }

    private static String block(int begin, int end, Element element) {
        StringWriter text = new StringWriter((end - begin) * USUAL_LENGTH);
        try (JsonGenerator json = Json.separated(text, SEPARATOR)) {
            for (int index = begin; index < end; index++) {
                element.write(json, index);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
