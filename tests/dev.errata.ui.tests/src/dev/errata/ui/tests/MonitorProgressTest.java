package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.ui.MonitorProgress;

/** What a job tells while it reads a long file. */
class MonitorProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);
    private final List<String> told = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(77);
    private final NullProgressMonitor monitor = new NullProgressMonitor() {
        @Override
        public void subTask(String name) {
            told.add(name);
        }
    };
    private final MonitorProgress progress = new MonitorProgress(monitor, now::get);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @Test
    void recordsMegabytesAndSecondsLeftAreTold() {
        progress.begin("Reading gt.json", 411_000_000);
        progress.records(411_000);
        progress.advance(100_000_000);
        assertEquals(List.of("Reading gt.json"), told, "short tasks tell no more");
        now.addAndGet(4 * SECOND);
        progress.records(1_000);
        progress.advance(64_400_000);
        assertEquals("Reading gt.json: 412,000 records, 40 % of 411 MB, about 6 s left", told.getLast());
        progress.advance(1);
        assertEquals(2, told.size(), "four times a second is enough");
    }

    @Test
    void otherTasksTellNoBytes() {
        progress.begin("Writing", 100);
        now.addAndGet(2 * SECOND);
        progress.advance(50);
        assertEquals("Writing: 50 %, about 2 s left", told.getLast());
        monitor.setCanceled(true);
        assertTrue(progress.cancelled());
    }
}
