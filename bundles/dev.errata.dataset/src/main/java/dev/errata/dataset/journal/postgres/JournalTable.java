package dev.errata.dataset.journal.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.errata.dataset.journal.JournalIssue;
import dev.errata.dataset.journal.JournalRecords;
import dev.errata.dataset.journal.Json;

/**
 * The table of the journals of all datasets in a database, by one connection. The rows of a dataset are numbered without gaps, in
 * the order in which they were committed: who reads on behind a row misses none.
 */
final class JournalTable {

    static final String NAME = "errata_journal";
    /** Tells, with the dataset's id, that something was added. */
    static final String CHANNEL = NAME;

    private static final int ROWS_AT_A_TIME = 2000;

    private static final String CREATE = "create table if not exists errata_journal (dataset text not null, seq bigint not null,"
        + " id text not null, writer text not null, added timestamptz not null default now(), entry text not null,"
        + " primary key (dataset, seq), unique (dataset, id))";

    /** Waits until nobody else adds to the dataset; the next statement sees all that they added. Ends with the transaction. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('errata ' || ?, 0))";

    private static final String INSERT = "with head as (select coalesce(max(seq), 0) as seq from errata_journal"
        + " where dataset = ?), added as (insert into errata_journal (dataset, seq, id, writer, entry)"
        + " select ?, head.seq + 1, ?, ?, ? from head where head.seq = ? returning dataset, seq)"
        + " select seq, pg_notify('errata_journal', dataset) from added";

    private static final String FIND = "select seq from errata_journal where dataset = ? and id = ?";

    private static final String READ = "select seq, id, entry from errata_journal where dataset = ? and seq >= ? order by seq";

    private final ServerAddress server;
    private final String dataset;

    JournalTable(ServerAddress server, String dataset) {
        this.server = server;
        this.dataset = dataset;
    }

    /** Makes the table where there is none. Somebody who may not make tables can use one that is there. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // two at once would make it twice, which the server refuses
            statement.execute("select pg_advisory_xact_lock(hashtextextended('errata_journal', 0))");
            if (isMissing(statement)) {
                statement.execute(CREATE);
            }
        }
        connection.commit();
    }

    private static boolean isMissing(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery("select to_regclass('errata_journal')")) {
            table.next();
            return table.getString(1) == null;
        }
    }

    /** Whether the dataset has a journal here. */
    boolean isIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return !isMissing(statement) && head(connection, RowCursor.BEGIN) != null;
        }
    }

    /** The first row of the dataset behind another; null where there is none. */
    private RowCursor head(Connection connection, RowCursor from) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ + " limit 1")) {
            read.setString(1, dataset);
            read.setLong(2, from.seq());
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? new RowCursor(row.getLong("seq"), row.getString("id")) : null;
            }
        }
    }

    /**
     * Adds a row behind another, if that is the last one; the caller commits.
     *
     * @return where it is, or {@code read} itself where the row was there already; null where others added rows
     */
    RowCursor add(Connection connection, RowCursor read, NewRow row) throws SQLException, IOException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, dataset);
            lock.execute();
        }
        check(read, head(connection, read));
        RowCursor added = insert(connection, read, row);
        return added == null && isThere(connection, row.id()) ? read : added;
    }

    private RowCursor insert(Connection connection, RowCursor read, NewRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, dataset);
            insert.setString(2, dataset);
            insert.setString(3, row.id());
            insert.setString(4, row.writer());
            insert.setString(5, row.entry());
            insert.setLong(6, read.seq());
            try (ResultSet added = insert.executeQuery()) {
                return added.next() ? new RowCursor(added.getLong("seq"), row.id()) : null;
            }
        }
    }

    private boolean isThere(Connection connection, String id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, dataset);
            find.setString(2, id);
            try (ResultSet found = find.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * Reads the rows behind another.
     *
     * @return the last one
     */
    RowCursor read(Connection connection, RowCursor from, JournalRecords records) throws SQLException, IOException {
        RowCursor last = from;
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setFetchSize(ROWS_AT_A_TIME);
            read.setString(1, dataset);
            read.setLong(2, from.seq());
            try (ResultSet rows = read.executeQuery()) {
                if (!from.equals(RowCursor.BEGIN)) {
                    check(from, rows.next() ? new RowCursor(rows.getLong("seq"), rows.getString("id")) : null);
                }
                while (rows.next()) {
                    long seq = rows.getLong("seq");
                    if (seq != last.seq() + 1) {
                        issue(records, last.seq() + 1, seq - last.seq() - 1, "is missing: somebody removed it");
                    }
                    last = new RowCursor(seq, rows.getString("id"));
                    take(records, seq, rows.getString("entry"));
                }
            }
        }
        return last;
    }

    /** The row that was read last must be there still: a server that was set back to a backup has another one, or none. */
    private void check(RowCursor read, RowCursor found) throws IOException {
        if (!read.equals(RowCursor.BEGIN) && !read.equals(found)) {
            throw new IOException("The journal at " + server.place() + " is not the one that this program has read: rows were"
                + " removed there, or a backup was put in its place. Close the dataset and open it again to see what is there"
                + " now.");
        }
    }

    private void take(JournalRecords records, long seq, String entry) {
        try {
            records.add(Json.parse(entry));
        } catch (IOException e) {
            issue(records, seq, 1, "not a journal entry: " + e.getMessage());
        }
    }

    private void issue(JournalRecords records, long seq, long length, String message) {
        records.addIssue(new JournalIssue(server.place(), JournalIssue.Unit.ROW, seq, length, message));
    }
}
