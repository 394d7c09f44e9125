package dev.errata.dataset.journal.postgres;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A database of a PostgreSQL server, as a dataset's document names it: {@code postgresql://host:port/database}. Documents come
 * from anybody, and the driver has parameters that load classes and read files: only those that can do no harm are let through.
 *
 * @param host a name, or an address in numbers, in brackets where it has colons
 * @param parameters by the driver's names for them
 */
public record ServerAddress(String host, int port, String database, Map<String, String> parameters) {

    /** What an address begins with. */
    public static final String SCHEME = "postgresql://";

    private static final int USUAL_PORT = 5432;

    private static final Pattern FORM = Pattern.compile("postgresql://"
        + "(?<host>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])(?::(?<port>[0-9]{1,5}))?"
        + "/(?<database>[\\p{L}\\p{N}_.$-]{1,63})(?:\\?(?<parameters>.*))?");

    /** What a parameter may be. */
    private static final Map<String, Pattern> PARAMETERS = Map.of(
        "sslmode", Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
        "currentSchema", Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}"));

    public ServerAddress {
        parameters = Map.copyOf(parameters);
    }

    /** Whether a text is meant to be such an address. */
    public static boolean isMeant(String text) {
        return text.startsWith(SCHEME);
    }

    /** @throws IOException if the text is no such address, or one with a parameter that is not let through */
    public static ServerAddress parse(String text) throws IOException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            // what is in the place of a password must not reach a message
            throw new IOException("This is no address of a journal. It has the form postgresql://host:port/database; user and"
                + " password are not part of it.");
        }
        int port = form.group("port") == null ? USUAL_PORT : Integer.parseInt(form.group("port"));
        if (port < 1 || port > 65535) {
            throw new IOException("The port of a server is a number from 1 to 65535, not " + port + ".");
        }
        return new ServerAddress(form.group("host"), port, form.group("database"), parameters(form.group("parameters")));
    }

    private static Map<String, String> parameters(String text) throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        if (text == null || text.isEmpty()) {
            return parameters;
        }
        for (String parameter : text.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            Pattern allowed = PARAMETERS.get(parts[0]);
            if (allowed == null || parts.length < 2 || !allowed.matcher(parts[1]).matches()
                || parameters.put(parts[0], parts[1]) != null) {
                throw new IOException("The address of the journal may have the parameters sslmode (" + String.join(", ",
                    Arrays.asList(PARAMETERS.get("sslmode").pattern().split("\\|"))) + ") and currentSchema, each once, and no"
                    + " others.");
            }
        }
        return parameters;
    }

    /** Without parameters: what a person knows the server and the database by. */
    public String place() {
        return host + ":" + port + "/" + database;
    }

    /** As the driver wants it, the parameters left out. */
    String driverUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8);
    }

    /** As it is parsed. */
    @Override
    public String toString() {
        String all = new TreeMap<>(parameters).entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("&"));
        return SCHEME + place() + (all.isEmpty() ? "" : "?" + all);
    }
}
