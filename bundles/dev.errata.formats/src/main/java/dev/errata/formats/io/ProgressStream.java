package dev.errata.formats.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

import dev.errata.engine.Progress;

/** Reports the bytes read in steps of a quarter of a megabyte, and stops when asked to. Once closed it has reported all. */
public final class ProgressStream extends FilterInputStream {

    private static final int STEP = 1 << 18;

    private final Progress progress;
    private long left;
    private int unreported;

    /** @param size all bytes that there are, as far as it is known */
    public ProgressStream(InputStream in, long size, Progress progress) {
        super(in);
        this.progress = progress;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        report(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        report(read);
        return read;
    }

    private void report(int read) {
        unreported += Math.max(0, read);
        if (unreported >= STEP || read < 0 && unreported > 0) {
            flush();
            if (progress.cancelled()) {
                throw new CancellationException("reading was cancelled");
            }
        }
    }

    private void flush() {
        progress.advance(unreported);
        left -= unreported;
        unreported = 0;
    }

    @Override
    public void close() throws IOException {
        flush();
        if (left > 0 && !progress.cancelled()) {
            progress.advance(left);
            left = 0;
        }
        super.close();
    }
}
