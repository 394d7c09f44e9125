package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

import com.sun.management.ThreadMXBean;

/**
 * What reading a file may cost: time of the processor, which other programs cannot lengthen, and memory taken, which no heap can
 * ever have to hold more of. What costs too much is read again: classes are loaded and compiled only once, but a slow file is
 * slow each time.
 */
final class ReadingBudget {

    private static final double NANOSECONDS_A_BYTE = 1e9 / (1 << 20);
    private static final double NANOSECONDS_ANYHOW = 0.1e9;
    private static final double BYTES_A_BYTE = 400;
    private static final double BYTES_ANYHOW = 16 << 20;
    private static final int TRIES = 4;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private double slowest;
    private double hungriest;

    /** Something that is read. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads a file and fails where that costs too much, also where it is refused in the end. */
    <T> T keep(long size, Reading<T> reading) throws IOException {
        double mostTime = Math.max(NANOSECONDS_ANYHOW, NANOSECONDS_A_BYTE * size);
        double mostBytes = Math.max(BYTES_ANYHOW, BYTES_A_BYTE * size);
        double took = Double.MAX_VALUE;
        double taken = Double.MAX_VALUE;
        IOException refused = null;
        T read = null;
        for (int tries = 0; tries < TRIES && (took > mostTime || taken > mostBytes); tries++) {
            long time = threads.getCurrentThreadCpuTime();
            long memory = threads.getCurrentThreadAllocatedBytes();
            try {
                read = reading.read();
            } catch (IOException refusal) {
                refused = refusal;
            }
            took = Math.min(took, threads.getCurrentThreadCpuTime() - time);
            taken = Math.min(taken, threads.getCurrentThreadAllocatedBytes() - memory);
        }
        slowest = Math.max(slowest, took / mostTime);
        hungriest = Math.max(hungriest, taken / mostBytes);
        assertTrue(took <= mostTime && taken <= mostBytes, size + " bytes took " + took / 1e9 + " s and " + taken / 1e6 + " MB");
        if (refused != null) {
            throw refused;
        }
        return read;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "at most %.2f of the time and %.2f of the memory that a file may take", slowest,
            hungriest);
    }
}
