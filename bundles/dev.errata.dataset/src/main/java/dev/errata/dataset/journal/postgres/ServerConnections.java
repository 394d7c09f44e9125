package dev.errata.dataset.journal.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Connects to a server, and sees to it that what is committed there is on its disk. */
final class ServerConnections {

    private static final String CONNECT_SECONDS = "10";
    /** A server that answers nothing for so long is taken for lost. */
    private static final String ANSWER_SECONDS = "30";

    /**
     * A commit returns when it is on disk, whatever the server's settings say. Nobody holds the journal up for long: not a
     * program that was stopped, nor one whose network is gone.
     */
    private static final String SESSION = "select set_config('synchronous_commit', case current_setting('synchronous_commit')"
        + " when 'remote_apply' then 'remote_apply' else 'on' end, false),"
        + " set_config('idle_in_transaction_session_timeout', '20s', false), set_config('lock_timeout', '20s', false),"
        + " current_setting('server_encoding') as encoding";

    private static volatile ServerQuestions questions = ServerQuestions.NONE;

    private ServerConnections() {
    }

    /** From now on a person is asked. */
    static void askBy(ServerQuestions person) {
        questions = person;
    }

    /**
     * A connection whose statements are committed by the caller.
     *
     * @param mayAsk whether a person may be asked for a password
     */
    static Connection open(ServerAddress server, boolean mayAsk) throws IOException {
        ServerQuestions person = mayAsk ? questions : ServerQuestions.NONE;
        if (!KnownServers.knows(server)) {
            if (!person.mayConnect(server)) {
                throw new IOException("The changes are kept at " + server + ", which nobody has connected to from this account"
                    + " yet. If you know that server and trust it with your user name and password, say so: errata journal"
                    + " DATASET --connect");
            }
            KnownServers.add(server);
        }
        ServerLogin login = ServerLogins.of(server);
        boolean refused = false;
        while (true) {
            try {
                Connection connection = connect(server, login);
                ServerLogins.remember(server, login);
                return connection;
            } catch (SQLException failure) {
                Optional<ServerLogin> said = ServerFaults.isLogin(failure)
                    ? person.login(server, login.user(), refused || !login.password().isEmpty()) : Optional.empty();
                if (said.isEmpty()) {
                    throw ServerFaults.told(server, login.user(), failure);
                }
                login = said.get();
                refused = true;
            }
        }
    }

    private static Connection connect(ServerAddress server, ServerLogin login) throws SQLException, IOException {
        Properties properties = new Properties();
        server.parameters().forEach(properties::setProperty);
        properties.setProperty(PGProperty.USER.getName(), login.user());
        if (!login.password().isEmpty()) {
            properties.setProperty(PGProperty.PASSWORD.getName(), login.password());
        }
        properties.setProperty(PGProperty.CONNECT_TIMEOUT.getName(), CONNECT_SECONDS);
        properties.setProperty(PGProperty.SOCKET_TIMEOUT.getName(), ANSWER_SECONDS);
        properties.setProperty(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
        properties.setProperty(PGProperty.APPLICATION_NAME.getName(), "Errata");
        Connection connection = new Driver().connect(server.driverUrl(), properties);
        try {
            prepare(server, connection);
            return connection;
        } catch (SQLException | IOException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void prepare(ServerAddress server, Connection connection) throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(SESSION)) {
            row.next();
            String encoding = row.getString("encoding");
            if (!encoding.equals("UTF8")) {
                throw new IOException("The database " + server.place() + " keeps texts as " + encoding
                    + ", which cannot hold every name. Use one with the encoding UTF8.");
            }
        }
        connection.setAutoCommit(false);
    }
}
