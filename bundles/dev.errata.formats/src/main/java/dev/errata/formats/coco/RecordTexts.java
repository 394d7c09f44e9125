package dev.errata.formats.coco;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import dev.errata.formats.files.LabelInput;
import dev.errata.formats.text.Offsets;

/**
 * Reads the text of single records by their places in the file. In a plain file it goes there directly; a compressed one that is
 * long is read from where it stands, or from its beginning, so ask in ascending order.
 */
final class RecordTexts implements AutoCloseable {

    private final LabelInput input;
    private final Offsets offsets;
    private final Charset charset;
    private InputStream stream;
    private long at;

    RecordTexts(LabelInput input, Offsets offsets) {
        this.input = input;
        this.offsets = offsets;
        this.charset = input.charset();
    }

    /** The record as written, which must be an object. */
    String read(int position) throws IOException {
        return new String(bytes(position), charset);
    }

    private void moveTo(long offset) throws IOException {
        if (stream == null || !input.isPacked() || at > offset) {
            close();
            stream = new BufferedInputStream(input.openAt(offset));
            at = offset;
        }
        stream.skipNBytes(offset - at);
        at = offset;
    }

    /** The bytes of the record. */
    byte[] bytes(int position) throws IOException {
        moveTo(offsets.get(position));
        return object();
    }

    private byte[] object() throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        boolean wide = charset != StandardCharsets.UTF_8;
        boolean bigEndian = charset == StandardCharsets.UTF_16BE;
        int depth = 0;
        boolean text = false;
        do {
            int first = next(record);
            int c = first;
            if (wide) {
                int second = next(record);
                c = bigEndian ? first << 8 | second : second << 8 | first;
            }
            if (text && c == '\\') {
                next(record);
                if (wide) {
                    next(record);
                }
            } else if (c == '"') {
                text = !text;
            } else if (!text && (c == '{' || c == '[')) {
                depth++;
            } else if (!text && (c == '}' || c == ']')) {
                depth--;
            }
        } while (depth > 0);
        return record.toByteArray();
    }

    private int next(ByteArrayOutputStream record) throws IOException {
        int b = stream.read();
        if (b < 0) {
            throw new EOFException(input.path() + " ends within a record");
        }
        at++;
        record.write(b);
        return b;
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
