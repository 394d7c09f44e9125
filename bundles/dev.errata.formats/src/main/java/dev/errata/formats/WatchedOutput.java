package dev.errata.formats;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;

import dev.errata.engine.Progress;

/** Reports the bytes written, in steps of a quarter of a megabyte, and stops when asked to. */
final class WatchedOutput extends FilterOutputStream {

    private static final int STEP = 1 << 18;

    private final Progress progress;
    private int unreported;

    WatchedOutput(OutputStream out, Progress progress) {
        super(out);
        this.progress = progress;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        report(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        report(length);
    }

    private void report(int written) {
        unreported += written;
        if (unreported >= STEP) {
            progress.advance(unreported);
            unreported = 0;
            if (progress.cancelled()) {
                throw new CancellationException("writing was cancelled");
            }
        }
    }

    @Override
    public void close() throws IOException {
        progress.advance(unreported);
        unreported = 0;
        super.close();
    }
}
