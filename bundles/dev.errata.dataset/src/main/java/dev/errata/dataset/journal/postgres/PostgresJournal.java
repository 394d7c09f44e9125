package dev.errata.dataset.journal.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import dev.errata.dataset.journal.EntryText;
import dev.errata.dataset.journal.Journal;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.journal.JournalRecords;
import dev.errata.dataset.journal.UncertainAppendException;

/**
 * A journal in a table of a PostgreSQL server, for a team that works at the same time. The entries are those that files hold. An
 * entry is added only behind what its author has read, and once, however often it is sent. Nothing is asked of the server
 * before it is needed; a connection that was lost is made again.
 */
public final class PostgresJournal implements Journal {

    private static final int CHECK_SECONDS = 2;

    private final ServerAddress server;
    private final JournalTable table;
    private final String dataset;
    private final String person;
    private final String host;
    /** Null before it is needed, and after it was lost. */
    private Connection connection;
    /** A person is asked for a password when a dataset is opened, not by what goes on in the background later. */
    private boolean connectedBefore;
    private ServerNews news;

    /**
     * @param dataset the dataset's id; a table has the journals of many
     * @param person who the changes are recorded for
     * @param host the computer
     */
    public PostgresJournal(ServerAddress server, String dataset, String person, String host) {
        this.server = server;
        this.dataset = dataset;
        this.person = person;
        this.host = host;
        table = new JournalTable(server, dataset);
    }

    /** Lets a person be asked about servers from now on; where nothing is said nobody is. */
    public static void askBy(ServerQuestions person) {
        ServerConnections.askBy(person);
    }

    /** Makes the journal where there is none. */
    public synchronized void create() throws IOException {
        attempt(open -> {
            JournalTable.create(open);
            table.add(open, RowCursor.BEGIN, head(false));
            open.commit();
            return null;
        });
    }

    /**
     * Says that the changes are kept elsewhere from now on, or here again. Nothing is added behind such an end.
     *
     * @return how far it was read with it; empty where others added something since, then nothing was said
     */
    public synchronized Optional<Cursor> end(boolean ended, Cursor read) throws IOException {
        return add(head(ended), read);
    }

    private NewRow head(boolean ended) {
        return new NewRow(UUID.randomUUID().toString(), writer(), JournalRecords.head(person, host, ended));
    }

    private String writer() {
        return plain(person + "@" + host);
    }

    @Override
    public synchronized Optional<Cursor> append(JournalEntry entry, Cursor read) throws IOException {
        return add(new NewRow(plain(entry.id()), writer(), plain(EntryText.write(entry))), read);
    }

    /** What files would make of it: half a character is no text in UTF-8; and the server takes no null characters. */
    private static String plain(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '?');
    }

    private Optional<Cursor> add(NewRow row, Cursor read) throws IOException {
        boolean[] sent = new boolean[1];
        try {
            return Optional.ofNullable(attempt(open -> {
                RowCursor added = table.add(open, (RowCursor) read, row);
                sent[0] |= added != null;
                open.commit();
                return added;
            }));
        } catch (IOException failure) {
            throw sent[0] ? new UncertainAppendException(failure) : failure;
        }
    }

    @Override
    public synchronized Additions since(Cursor cursor) throws IOException {
        return attempt(open -> {
            if (cursor == null && !table.isIn(open)) {
                throw new IOException("The database " + server.place() + " has no journal of this dataset. See to it that it is"
                    + " the right one, and put a backup of it back where it was emptied.");
            }
            JournalRecords records = new JournalRecords();
            RowCursor next = table.read(open, cursor == null ? RowCursor.BEGIN : (RowCursor) cursor, records);
            open.commit();
            return records.until(next);
        });
    }

    /** What is done by a connection; it may be done again by another one. */
    @FunctionalInterface
    private interface Work<T> {
        T by(Connection open) throws SQLException, IOException;
    }

    private <T> T attempt(Work<T> work) throws IOException {
        try {
            return once(work);
        } catch (SQLException failure) {
            if (connection != null) {
                throw told(failure);
            }
        }
        // the connection is gone: the server was restarted, or somebody on the way to it was tired of waiting
        try {
            return once(work);
        } catch (SQLException failure) {
            throw told(failure);
        }
    }

    private IOException told(SQLException failure) {
        return ServerFaults.told(server, ServerLogins.of(server).user(), failure);
    }

    private <T> T once(Work<T> work) throws SQLException, IOException {
        if (connection == null) {
            connection = ServerConnections.open(server, !connectedBefore);
            connectedBefore = true;
        }
        boolean done = false;
        try {
            T result = work.by(connection);
            done = true;
            return result;
        } finally {
            if (!done) {
                recover();
            }
        }
    }

    /** After a failure a connection is as new, or given up. */
    private void recover() {
        Connection failed = connection;
        connection = null;
        try {
            if (failed.isValid(CHECK_SECONDS)) {
                failed.rollback();
                connection = failed;
            } else {
                failed.close();
            }
        } catch (SQLException lost) {
            // the failure that led here is told; this one says no more than that the connection is gone
            connection = null;
        }
    }

    @Override
    public synchronized void onNews(Runnable listener) {
        news = new ServerNews(server, dataset, listener);
        news.start();
    }

    @Override
    public synchronized void close() throws IOException {
        if (news != null) {
            news.end();
        }
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw told(failure);
            } finally {
                connection = null;
            }
        }
    }
}
