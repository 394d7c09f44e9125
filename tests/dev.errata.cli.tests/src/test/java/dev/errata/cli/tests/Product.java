package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The built product's launch script, run as a person runs it. */
final class Product {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 120;

    private final Path script;
    private final Path work;
    private final Map<String, String> environment;

    /** @param work the current folder of the commands; also holds their output and caches */
    Product(Path work) {
        this(script(), work, Map.of());
    }

    private Product(Path script, Path work, Map<String, String> environment) {
        this.script = script;
        this.work = work;
        this.environment = environment;
    }

    Product startedBy(Path otherScript) {
        return new Product(otherScript, work, environment);
    }

    Product with(Map<String, String> variables) {
        return new Product(script, work, variables);
    }

    /** The script: ERRATA_PRODUCT names the product's folder; otherwise it stands where the build puts it. */
    static Path script() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
            && System.getProperty("os.arch").equals("amd64");
        assumeTrue(linux, "the product of this system is not started by these tests: only linux/gtk/x86_64 is");
        String named = System.getenv("ERRATA_PRODUCT");
        Path built = named != null ? Path.of(named)
            : repository().resolve("releng/dev.errata.product/target/products/errata/linux/gtk/x86_64");
        Path script = Files.isDirectory(built) ? built.resolve("errata") : built;
        assertTrue(Files.isExecutable(script), "there is no product at " + script + ": build it first, or set ERRATA_PRODUCT");
        return script.toAbsolutePath();
    }

    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("target-platform"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** A file of the real sample. */
    static Path sample(String name) {
        return repository().resolve("bundles/dev.errata.sample/bccd").resolve(name);
    }

    /** A started command. */
    final class Running {

        private final Process process;
        private final Path out;
        private final Path err;

        private Running(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        /** Kills the command as an operating system does, if it is still there after some time. */
        void killAfter(long milliseconds) throws InterruptedException {
            if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            process.waitFor();
        }

        boolean isRunning() {
            return process.isAlive();
        }

        void waitAMoment() throws InterruptedException {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }

        /** Asks the command to end, as Ctrl-C does. */
        void terminate() {
            process.destroy();
        }

        Result end() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("did not end in " + PATIENCE_SECONDS + " s: " + process.info().commandLine());
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    Running start(Object... arguments) throws IOException {
        return start(List.of(script.toString()), arguments);
    }

    /** Runs a command as an Eclipse does that Errata is installed into: as an application of the platform. */
    Result runByPlatform(Object... arguments) throws IOException, InterruptedException {
        Path home = script.getParent();
        try (Stream<Path> plugins = Files.list(home.resolve("plugins"))) {
            Path launcher = plugins.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                .findFirst().orElseThrow();
            return start(List.of(java(), "-Dosgi.sharedConfiguration.area=" + home.resolve("configuration"),
                "-Dosgi.sharedConfiguration.area.readOnly=true", "-Dosgi.configuration.cascaded=true",
                "-Dosgi.configuration.area=" + work.resolve("configuration"), "-jar", launcher.toString(), "-nosplash",
                "-application", "dev.errata.cli.application", "-data", "@none"), arguments).end();
        }
    }

    /** Runs a command by a shell that redirects before: {@code ">&-"} or {@code "<file"}. */
    Result runRedirected(String redirections, Object... arguments) throws IOException, InterruptedException {
        return start(List.of("sh", "-c", "exec \"$0\" \"$@\" " + redirections, script.toString()), arguments).end();
    }

    private Running start(List<String> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(program);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path out = Files.createTempFile(work, "out", ".txt");
        Path err = Files.createTempFile(work, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile()).redirectOutput(out.toFile())
            .redirectError(err.toFile());
        Map<String, String> variables = builder.environment();
        variables.remove("JAVA_TOOL_OPTIONS");
        // short commands: the optimising compiler costs more than it gains
        variables.put("ERRATA_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        variables.put("ERRATA_JAVA", java());
        variables.put("XDG_CACHE_HOME", cache().toString());
        variables.put("XDG_CONFIG_HOME", work.resolve("config").toString());
        variables.putAll(environment);
        return new Running(builder.start(), out, err);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** One cache for all tests: the first start fills it. */
    private static Path cache() throws IOException {
        return Files.createDirectories(Path.of("target", "cache").toAbsolutePath());
    }

    Result run(Object... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    /** Runs a command that must succeed and say nothing on standard error. */
    Result done(Object... arguments) throws IOException, InterruptedException {
        Result result = run(arguments);
        assertEquals("", result.err());
        assertEquals(0, result.code());
        return result;
    }

    JsonNode json(Object... arguments) throws IOException, InterruptedException {
        return done(arguments).json();
    }

    /** What a command left. */
    record Result(int code, String out, String err) {

        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }
}
