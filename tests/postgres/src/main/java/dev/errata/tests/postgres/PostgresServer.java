package dev.errata.tests.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server on this machine, one for all tests of a Java: started when first asked for, ended with the Java. It lets
 * everybody in, except into the database {@link #LOCKED}. PostgreSQL does not run as root: then it is run as nobody.
 */
public final class PostgresServer {

    /** A database that asks for a password. */
    public static final String LOCKED = "locked";

    private static final int NOBODY = 65534;
    private static final String USER = System.getProperty("user.name");

    private static PostgresServer running;

    private final Path folder;
    private final List<String> prefix;
    private final int port;
    private boolean up;

    private PostgresServer(Path folder, List<String> prefix, int port) {
        this.folder = folder;
        this.prefix = prefix;
        this.port = port;
    }

    /** The server; a test on a machine where it cannot run is skipped here, and says why. */
    public static synchronized PostgresServer get() {
        ServerFiles.whyNot().ifPresent(reason -> assumeTrue(false, reason));
        if (running == null) {
            try {
                running = make();
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL server of the tests does not start", e);
            }
        }
        return running;
    }

    private static PostgresServer make() throws IOException {
        Path folder = Files.createTempDirectory("errata-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> prefix = List.of();
        Path data = Files.createDirectory(folder.resolve("data"));
        if (Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"))) {
            assumeTrue(isThere("setpriv"), "PostgreSQL does not run as root, and there is no setpriv to run it as nobody");
            prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
            Files.setAttribute(data, "unix:uid", NOBODY);
        }
        ServerFiles.unpack(folder);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PostgresServer server = new PostgresServer(folder, prefix, free.getLocalPort());
            free.close();
            server.initialise();
            return server;
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private void initialise() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        run("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        Path access = folder.resolve("data/pg_hba.conf");
        Files.writeString(access, "host " + LOCKED + " all 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        start();
        execute("postgres", "create database " + LOCKED);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Starts it again, with what it has on its disk. */
    public void start() throws IOException {
        run("pg_ctl", "start", "-w", "-D", data(), "-l", folder.resolve("data/log").toString(), "-o",
            "-F -p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
        up = true;
    }

    /** Ends it as if the machine had lost its power, as far as its programs go. */
    public void crash() throws IOException {
        up = false;
        run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data());
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, program, ".txt");
        Process process = new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true)
            .redirectOutput(output.toFile()).start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(program + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            throw new IOException("stopped while waiting for " + program, e);
        }
    }

    private void remove() {
        try {
            if (up) {
                crash();
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** A database as a document names it. */
    public String address(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A new, empty database. */
    public String newDatabase(String name) throws IOException {
        execute("postgres", "drop database if exists " + name + " with (force)");
        execute("postgres", "create database " + name);
        return address(name);
    }

    /** Does something as whoever runs the server. */
    public void execute(String database, String sql) throws IOException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(sql, e);
        }
    }

    /** The first value of the first row that a query gives. */
    public String ask(String database, String sql) throws IOException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IOException(sql, e);
        }
    }

    /** A connection as whoever runs the server; into {@link #LOCKED} nobody gets by it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, "");
    }
}
