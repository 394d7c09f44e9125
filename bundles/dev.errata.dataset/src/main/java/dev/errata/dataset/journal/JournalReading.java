package dev.errata.dataset.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One pass over journal files. */
final class JournalReading {

    private static final long LONGEST_FILE = 1_500_000_000L;

    private final JournalRecords records = new JournalRecords();

    JournalRecords records() {
        return records;
    }

    /**
     * @param reportTail whether to report a last line that is not whole
     * @return where to go on
     */
    long read(String name, Path file, long from, boolean reportTail) throws IOException {
        long size = Files.size(file);
        if (size <= from) {
            return size < from ? shrunk(name, from, size) : from;
        }
        if (size - from > LONGEST_FILE) {
            throw new IOException(file + " is too long to be a journal (" + size + " bytes). Move it elsewhere.");
        }
        byte[] bytes = slurp(file, from, (int) (size - from));
        int done = JournalLines.scan(bytes, new JournalLines.Visitor() {
            @Override
            public void line(byte[] all, int lineOffset, int jsonOffset, int jsonLength) {
                entry(name, from + lineOffset, all, jsonOffset, jsonLength);
            }

            @Override
            public void broken(int offset, int length, String message) {
                issue(name, from + offset, length, message);
            }
        });
        if (done < bytes.length && reportTail) {
            issue(name, from + done, bytes.length - done,
                "the last line is not whole: it is still being written, or a crash cut it off");
        }
        return from + done;
    }

    private long shrunk(String name, long from, long size) {
        issue(name, size, from - size, "the file became shorter than it was; what it held still counts");
        return size;
    }

    private void issue(String name, long offset, long length, String message) {
        records.addIssue(new JournalIssue(name, JournalIssue.Unit.BYTE, offset, length, message));
    }

    private static byte[] slurp(Path file, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = 0;
            while (buffer.hasRemaining() && read >= 0) {
                read = channel.read(buffer, from + buffer.position());
            }
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private void entry(String name, long offset, byte[] bytes, int jsonOffset, int jsonLength) {
        try {
            records.add(Json.parse(bytes, jsonOffset, jsonLength));
        } catch (IOException e) {
            issue(name, offset, jsonLength, "not a journal entry: " + e.getMessage());
        }
    }
}
