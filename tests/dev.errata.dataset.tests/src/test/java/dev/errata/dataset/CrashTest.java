package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.engine.Progress;

/** Programs killed in the middle of their work: every change that they acknowledged is there, and nothing is broken. */
class CrashTest {

    private static final int KILLS = 20;

    @TempDir
    Path temporary;

    @Test
    void everyAcknowledgedChangeSurvivesAKill() throws Exception {
        SmallDataset small = new SmallDataset(temporary);
        small.importing().run(Progress.NONE);
        Random random = new Random(7);
        int acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = killAfter(small.folder, random.nextInt(200), acknowledged);
            try (OpenDataset dataset = small.open()) {
                int present = SmallDataset.entries(dataset);
                assertTrue(present == acknowledged || present == acknowledged + 1,
                    acknowledged + " changes were acknowledged, " + present + " are there");
                acknowledged = present;
                assertEquals(Integer.toString(present), SmallDataset.annotation(dataset, 101).getAttributes().stream()
                    .filter(attribute -> attribute.getKey().equals("count")).findFirst().map(a -> a.getValue()).orElse("0"));
            }
        }
        assertTrue(acknowledged > KILLS, "the children worked");
    }

    /** A limit on the length of files cuts a line off in the middle of its writing, as a full disk does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskLeavesNoTornLine() throws Exception {
        SmallDataset small = new SmallDataset(temporary);
        small.importing().run(Progress.NONE);
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 10; exec \"$@\"", "bash"));
        command.addAll(java(small.folder));
        Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        child.waitFor();
        assertEquals("failed", said.getLast());
        assertTrue(said.size() > 10, "some changes fit");
        try (OpenDataset dataset = small.open()) {
            assertEquals(said.size() - 1, SmallDataset.entries(dataset));
            assertEquals(List.of(), dataset.changes().problems());
        }
    }

    private static List<String> java(Path folder) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:-UsePerfData",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Worker.class.getName(),
            folder.toString());
    }

    /** @return the last number that the child acknowledged */
    private static int killAfter(Path folder, int changes, int before) throws Exception {
        Process child = new ProcessBuilder(java(folder)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int last = before;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            for (int i = 0; line != null && i < changes; i++) {
                last = Integer.parseInt(line);
                line = out.readLine();
            }
            // by its handle, which leaves the pipe open: what the child said before it died is read below
            child.toHandle().destroyForcibly();
            while (line != null) {
                last = line.isEmpty() ? last : Integer.parseInt(line);
                line = out.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return last;
    }

    /** Counts in an attribute, one change after another, and says each number when its change is done. */
    static final class Worker {

        private Worker() {
        }

        public static void main(String[] arguments) throws Exception {
            OpenDataset dataset = OpenDataset.open(Path.of(arguments[0]), Progress.NONE);
            Annotation annotation = SmallDataset.annotation(dataset, 101);
            for (int next = SmallDataset.entries(dataset) + 1;; next++) {
                try {
                    dataset.commandStack()
                        .execute(LabelCommands.setAttribute(dataset, annotation, "count", Integer.toString(next)));
                } catch (UncheckedIOException refused) {
                    System.out.println("failed");
                    return;
                }
                System.out.write((next + "\n").getBytes(StandardCharsets.US_ASCII));
                System.out.flush();
            }
        }
    }
}
