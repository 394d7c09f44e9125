package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

import com.sun.management.ThreadMXBean;

/**
 * What reading a file may cost: time of the processor, which other programs cannot lengthen, and memory taken, which no heap can
 * ever have to hold more of.
 */
final class ReadingBudget {

    private static final double NANOSECONDS_A_BYTE = 1e9 / (1 << 20);
    /** Loading classes and compiling take their time, whatever the file. */
    private static final long NANOSECONDS_ANYHOW = 1_000_000_000L;
    private static final long BYTES_A_BYTE = 400;
    private static final long BYTES_ANYHOW = 64 << 20;

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
        long time = threads.getCurrentThreadCpuTime();
        long memory = threads.getCurrentThreadAllocatedBytes();
        try {
            return reading.read();
        } finally {
            long took = threads.getCurrentThreadCpuTime() - time;
            long taken = threads.getCurrentThreadAllocatedBytes() - memory;
            slowest = Math.max(slowest, took / 1e9);
            hungriest = Math.max(hungriest, taken / 1e6);
            assertTrue(took < NANOSECONDS_ANYHOW + NANOSECONDS_A_BYTE * size, () -> size + " bytes took " + took / 1e9 + " s");
            assertTrue(taken < BYTES_ANYHOW + BYTES_A_BYTE * size, () -> size + " bytes took " + taken / 1e6 + " MB");
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "at most %.2f s and %.0f MB for one", slowest, hungriest);
    }
}
