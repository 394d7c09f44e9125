package dev.errata.dataset.journal.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens to what a server tells of a dataset, by a connection of its own. When that is lost it connects again, and tries ever
 * less often.
 */
final class ServerNews extends Thread {

    private static final long FIRST_PAUSE_MILLISECONDS = 500;
    private static final long LONGEST_PAUSE_MILLISECONDS = 30_000;
    /** So often it is looked whether the connection is alive: a network that is gone tells nothing. */
    private static final int ALIVE_MILLISECONDS = 15_000;
    private static final int ANSWER_SECONDS = 5;

    private final ServerAddress server;
    private final String dataset;
    private final Runnable listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Connection connection;

    ServerNews(ServerAddress server, String dataset, Runnable listener) {
        super("Errata: news from " + server.place());
        this.server = server;
        this.dataset = dataset;
        this.listener = listener;
        setDaemon(true);
    }

    @Override
    public void run() {
        long pause = FIRST_PAUSE_MILLISECONDS;
        boolean over = false;
        while (!over) {
            try {
                listen();
                pause = FIRST_PAUSE_MILLISECONDS;
            } catch (IOException unreachable) {
                // whoever asks the journal itself is told so, with the reason
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS);
            }
            over = isOver(pause);
        }
    }

    private boolean isOver(long pause) {
        try {
            return ended.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            return true;
        }
    }

    /** Until the connection is lost. */
    private void listen() throws IOException {
        try (Connection open = ServerConnections.open(server, false)) {
            if (!use(open)) {
                return;
            }
            open.setAutoCommit(true);
            try (Statement statement = open.createStatement()) {
                statement.execute("listen " + JournalTable.CHANNEL);
            }
            // what was added before nobody heard of
            listener.run();
            while (open.isValid(ANSWER_SECONDS)) {
                hear(open.unwrap(PGConnection.class).getNotifications(ALIVE_MILLISECONDS));
            }
        } catch (SQLException lost) {
            // what is lost is made again; the rest is as with a server that cannot be reached
            if (ended.getCount() > 0) {
                listener.run();
            }
        }
    }

    private void hear(PGNotification[] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            if (notification.getParameter().equals(dataset)) {
                listener.run();
                return;
            }
        }
    }

    private synchronized boolean use(Connection open) {
        connection = open;
        return ended.getCount() > 0;
    }

    /** Ends the thread, soon. */
    synchronized void end() {
        ended.countDown();
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException gone) {
                // then there is nothing to end
                connection = null;
            }
        }
    }
}
