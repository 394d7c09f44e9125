package dev.errata.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

import com.fasterxml.jackson.core.JsonGenerator;

/** A document that is one long list: what is in it is worded on all cores, block by block, and written in its order. */
public final class JsonList {

    private static final int BLOCK = 2048;
    /** So many blocks are worded before they can be written, at most. */
    private static final int AHEAD = 8;
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
        Queue<ForkJoinTask<String>> blocks = new ArrayDeque<>();
        int submitted = 0;
        out.write("[ ");
        try {
            for (int written = 0; written < size; written = Math.min(size, written + BLOCK)) {
                while (submitted < size && blocks.size() < AHEAD) {
                    int begin = submitted;
                    submitted = Math.min(size, submitted + BLOCK);
                    int end = submitted;
                    blocks.add(ForkJoinPool.commonPool().submit(() -> block(begin, end, element)));
                }
                out.write(written == 0 ? "" : SEPARATOR);
                out.write(blocks.remove().join());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            blocks.forEach(block -> block.cancel(false));
        }
        out.println(size == 0 ? "]" : " ]");
    }

    private static String block(int begin, int end, Element element) {
        StringWriter text = new StringWriter();
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
