package dev.errata.dataset.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.journal.Journal.Additions;
import dev.errata.dataset.journal.Journal.Cursor;
import dev.errata.dataset.journal.postgres.PostgresJournal;
import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.journal.postgres.ServerLogin;
import dev.errata.dataset.journal.postgres.ServerQuestions;
import dev.errata.tests.postgres.PostgresServer;

/** A journal on a real server: nothing is written behind somebody's back, nothing twice, and nothing is lost. */
class PostgresJournalTest extends JournalContract {

    private static final long PATIENCE_SECONDS = 30;
    private static final String DATABASE = "journals";

    private final PostgresServer server = PostgresServer.get();
    private ServerAddress address;

    @BeforeEach
    void makeDatabase() throws Exception {
        address = ServerAddress.parse(server.newDatabase(DATABASE));
        try (PostgresJournal journal = open("maker")) {
            journal.create();
        }
    }

    @AfterEach
    void askNobody() {
        PostgresJournal.askBy(ServerQuestions.NONE);
    }

    /** A person. */
    private interface Person {
        Optional<ServerLogin> login(ServerAddress place, String user, boolean refused);
    }

    private static void answer(Person person) {
        PostgresJournal.askBy(new ServerQuestions() {

            @Override
            public boolean mayConnect(ServerAddress place) {
                return false;
            }

            @Override
            public Optional<ServerLogin> login(ServerAddress place, String user, boolean refused) {
                return person.login(place, user, refused);
            }
        });
    }

    @Override
    PostgresJournal open(String person) {
        return new PostgresJournal(address, "d1", person, "host");
    }

    @Override
    void writeNewer() throws Exception {
        server.execute(DATABASE, "insert into errata_journal (dataset, seq, id, writer, entry)"
            + " select 'd1', max(seq) + 1, 'x', 'x', '{\"journal\":\"errata\",\"version\":2}' from errata_journal");
    }

    @Override
    void assertSame(List<List<String>> read) {
        assertEquals(read.get(0), read.get(1), "the order of the commits");
    }

    private static void assertTold(IOException told, String... words) {
        for (String word : words) {
            assertTrue(told.getMessage().contains(word), told.getMessage());
        }
    }

    @Test
    void anEntryIsAddedOnlyBehindWhatItsAuthorHasRead() throws Exception {
        try (Journal ana = open("ana"); Journal ben = open("ben")) {
            Cursor read = ben.since(null).next();
            append(ana, ana.since(null).next(), entry("a", 1));
            assertEquals(Optional.empty(), ben.append(entry("b", 1), read));
            Additions theirs = ben.since(read);
            assertEquals(List.of(entry("a", 1)), theirs.entries());
            Cursor next = ben.append(entry("b", 2), theirs.next()).orElseThrow();
            assertEquals(List.of(), ben.since(next).entries());
            assertEquals(2, ana.since(null).entries().size());
        }
    }

    @Test
    void datasetsKeepApart() throws Exception {
        try (Journal one = open("ana"); PostgresJournal other = new PostgresJournal(address, "d2", "ana", "host")) {
            other.create();
            append(one, one.since(null).next(), entry("a", 1));
            assertEquals(List.of(), other.since(null).entries());
            append(other, other.since(null).next(), entry("a", 1));
            assertEquals(1, one.since(null).entries().size());
        }
    }

    @Test
    void makingItAgainChangesNothing() throws Exception {
        try (PostgresJournal ana = open("ana")) {
            append(ana, ana.since(null).next(), entry("a", 1));
            ana.create();
            assertEquals(1, ana.since(null).entries().size());
            assertEquals("2", server.ask(DATABASE, "select count(*) from errata_journal"));
        }
    }

    @Test
    void whatIsSentAgainIsThereOnce() throws Exception {
        try (BreakableLine line = new BreakableLine(server.port())) {
            ServerAddress over = new ServerAddress("127.0.0.1", line.port(), DATABASE, Map.of());
            try (PostgresJournal ana = new PostgresJournal(over, "d1", "ana", "host"); Journal ben = open("ben")) {
                Cursor read = append(ana, ana.since(null).next(), entry("a", 1));
                line.breakBefore("insert into");
                read = append(ana, read, entry("b", 2));
                line.breakBehind("insert into");
                read = append(ana, read, entry("c", 3));
                read = append(ana, read, entry("d", 4));
                assertEquals(List.of("a", "b", "c", "d"), ben.since(null).entries().stream().map(JournalEntry::id).toList());
            }
        }
    }

    @Test
    void whoCannotTellSaysSo() throws Exception {
        try (BreakableLine line = new BreakableLine(server.port())) {
            ServerAddress over = new ServerAddress("127.0.0.1", line.port(), DATABASE, Map.of());
            try (PostgresJournal ana = new PostgresJournal(over, "d1", "ana", "host")) {
                Cursor read = append(ana, ana.since(null).next(), entry("a", 1));
                line.breakForGood(true);
                line.breakBefore("insert into");
                IOException surely = assertThrows(IOException.class, () -> ana.append(entry("b", 2), read));
                assertFalse(surely instanceof UncertainAppendException, surely.toString());
                line.breakForGood(false);
                assertEquals(List.of(), ana.since(read).entries());
                line.breakForGood(true);
                // what follows is the commit
                line.breakBehind("insert into");
                assertThrows(UncertainAppendException.class, () -> ana.append(entry("c", 2), read));
                line.breakForGood(false);
                assertEquals(List.of(entry("c", 2)), ana.since(read).entries());
            }
        }
    }

    @Test
    void whatWasAddedSurvivesACrashOfTheServer() throws Exception {
        try (Journal ana = open("ana")) {
            Cursor read = append(ana, ana.since(null).next(), entry("a", 1));
            server.crash();
            try {
                IOException told = assertThrows(IOException.class, () -> ana.append(entry("b", 2), read));
                assertTold(told, "127.0.0.1", Integer.toString(server.port()), DATABASE, "cannot be reached", "try again");
                assertTold(assertThrows(IOException.class, () -> ana.since(read)), "cannot be reached");
            } finally {
                server.start();
            }
            append(ana, read, entry("b", 2));
            assertEquals(List.of(entry("a", 1), entry("b", 2)), ana.since(null).entries());
        }
    }

    @Test
    void commitsWaitForTheDiskWhateverTheServerSays() throws Exception {
        server.execute(DATABASE, "alter database " + DATABASE + " set synchronous_commit = off");
        server.execute(DATABASE, "create table seen (how text)");
        server.execute(DATABASE, "create function see() returns trigger language plpgsql as $$ begin"
            + " insert into seen values (current_setting('synchronous_commit')); return new; end $$");
        server.execute(DATABASE, "create trigger see before insert on errata_journal for each row execute function see()");
        try (Journal ana = open("ana")) {
            append(ana, ana.since(null).next(), entry("a", 1));
        }
        assertEquals("on", server.ask(DATABASE, "select string_agg(how, ',') from seen"));
    }

    @Test
    void newsArriveAlsoAfterTheConnectionWasLost() throws Exception {
        Semaphore heard = new Semaphore(0);
        try (Journal ana = open("ana"); Journal ben = open("ben")) {
            ben.onNews(heard::release);
            // it says so when it listens
            await(heard);
            Cursor read = append(ana, ana.since(null).next(), entry("a", 1));
            await(heard);
            server.execute("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'"
                + " or application_name = 'Errata'");
            // lost, and found again
            await(heard);
            await(heard);
            heard.drainPermits();
            append(ana, read, entry("b", 2));
            await(heard);
        }
        assertNoThreads();
    }

    private static void await(Semaphore heard) throws InterruptedException {
        assertTrue(heard.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing was heard");
    }

    private void assertNoThreads() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains(address.place())) {
                assertTrue(thread.join(java.time.Duration.ofSeconds(PATIENCE_SECONDS)), thread + " goes on");
            }
        }
    }

    @Test
    void otherDatasetsAreNoNews() throws Exception {
        Semaphore heard = new Semaphore(0);
        try (Journal ana = open("ana"); PostgresJournal other = new PostgresJournal(address, "d2", "ben", "host")) {
            other.create();
            other.onNews(heard::release);
            await(heard);
            Cursor read = append(ana, ana.since(null).next(), entry("a", 1));
            append(other, other.since(null).next(), entry("b", 1));
            await(heard);
            assertEquals(0, heard.drainPermits());
            append(ana, read, entry("c", 1));
        }
    }

    @Test
    void aBackupThatWasPutBackIsNotWrittenTo() throws Exception {
        try (Journal ana = open("ana")) {
            Cursor read = append(ana, append(ana, ana.since(null).next(), entry("a", 1)), entry("b", 2));
            server.execute(DATABASE, "delete from errata_journal where id = 'b'");
            assertTold(assertThrows(IOException.class, () -> ana.append(entry("c", 3), read)), "not the one", "open it again");
            assertTold(assertThrows(IOException.class, () -> ana.since(read)), "not the one");
            try (Journal ben = open("ben")) {
                append(ben, ben.since(null).next(), entry("d", 2));
            }
            assertTold(assertThrows(IOException.class, () -> ana.append(entry("c", 3), read)), "not the one");
        }
    }

    @Test
    void rowsThatAreMissingOrDamagedAreToldAndTheOthersCount() throws Exception {
        try (Journal ana = open("ana")) {
            Cursor read = ana.since(null).next();
            for (String id : List.of("a", "b", "c", "d")) {
                read = append(ana, read, entry(id, 1));
            }
            server.execute(DATABASE, "delete from errata_journal where id = 'b'");
            server.execute(DATABASE, "update errata_journal set entry = '{}' where id = 'c'");
            Additions additions = ana.since(null);
            assertEquals(List.of(entry("a", 1), entry("d", 1)), additions.entries());
            assertEquals(List.of(3L, 4L), additions.issues().stream().map(JournalIssue::offset).toList());
            assertTrue(additions.issues().get(0).toString().startsWith(address.place() + ", row 3: is missing"),
                additions.issues()::toString);
        }
    }

    @Test
    void anEmptiedDatabaseIsNotShownAsADatasetWithoutChanges() throws Exception {
        server.execute(DATABASE, "delete from errata_journal");
        try (Journal ana = open("ana")) {
            assertTold(assertThrows(IOException.class, () -> ana.since(null)), "no journal of this dataset", address.place());
            server.execute(DATABASE, "drop table errata_journal");
            assertTold(assertThrows(IOException.class, () -> ana.since(null)), "no journal of this dataset");
        }
    }

    @Test
    void anEndIsToldUntilItBeginsAgain() throws Exception {
        try (PostgresJournal ana = open("ana"); Journal ben = open("ben")) {
            Cursor early = ana.since(null).next();
            append(ben, early, entry("a", 1));
            assertEquals(Optional.empty(), ana.end(true, early), "somebody wrote meanwhile");
            Cursor read = ana.end(true, ana.since(early).next()).orElseThrow();
            Additions ended = ben.since(early);
            assertTrue(ended.ended());
            assertEquals(List.of(entry("a", 1)), ended.entries());
            ana.end(false, read).orElseThrow();
            assertFalse(ben.since(early).ended());
        }
    }

    @Test
    void anotherEncodingIsRefused() throws Exception {
        server.execute("postgres", "drop database if exists latin with (force)");
        server.execute("postgres", "create database latin encoding 'LATIN1' template template0 locale 'C'");
        ServerAddress latin = ServerAddress.parse(server.address("latin"));
        try (PostgresJournal journal = new PostgresJournal(latin, "d1", "ana", "host")) {
            assertTold(assertThrows(IOException.class, journal::create), "LATIN1", "UTF8");
        }
    }

    @Test
    void aMissingDatabaseIsToldByName() throws Exception {
        ServerAddress missing = ServerAddress.parse(server.address("nowhere"));
        try (PostgresJournal journal = new PostgresJournal(missing, "d1", "ana", "host")) {
            assertTold(assertThrows(IOException.class, () -> journal.since(null)), "nowhere", "no such database");
        }
    }

    @Test
    void aPasswordIsAskedForOnceAndInNoMessage() throws Exception {
        server.execute("postgres", "drop role if exists ana");
        server.execute("postgres", "create role ana login password 'right'");
        server.execute("postgres", "grant all on database locked to ana");
        ServerAddress locked = ServerAddress.parse(server.address(PostgresServer.LOCKED) + "?currentSchema=pg_temp");
        List<String> asked = new ArrayList<>();
        List<ServerLogin> says = new ArrayList<>(List.of(new ServerLogin("ana", "wrong"), new ServerLogin("ana", "right")));
        try (PostgresJournal journal = new PostgresJournal(locked, "d1", "ana", "host")) {
            IOException told = assertThrows(IOException.class, () -> journal.since(null));
            assertTold(told, "did not let in", "PGPASSWORD", ".pgpass");
            answer((place, user, refused) -> {
                asked.add(place.place() + " " + user + " " + refused);
                return says.isEmpty() ? Optional.empty() : Optional.of(says.removeFirst());
            });
            told = assertThrows(IOException.class, () -> journal.since(null));
            assertTold(told, "no journal of this dataset");
            assertEquals(2, asked.size(), asked::toString);
            assertTrue(asked.get(0).endsWith(" false") && asked.get(1).endsWith(" true"), asked::toString);
        }
        asked.clear();
        try (PostgresJournal journal = new PostgresJournal(locked, "d1", "ana", "host")) {
            assertTold(assertThrows(IOException.class, () -> journal.since(null)), "no journal of this dataset");
            assertEquals(List.of(), asked, "what a server took is remembered");
        }
        assertFalse(new ServerLogin("ana", "secret").toString().contains("secret"));
    }

    @Test
    void whoMayOnlyReadReads() throws Exception {
        server.execute("postgres", "drop role if exists reader");
        server.execute("postgres", "create role reader login password 'right'");
        ServerAddress locked = ServerAddress.parse(server.address(PostgresServer.LOCKED));
        server.execute("postgres", "alter role " + System.getProperty("user.name") + " password 'own'");
        answer((place, user, refused) -> Optional.of(new ServerLogin(System.getProperty("user.name"), "own")));
        try (PostgresJournal journal = new PostgresJournal(locked, "d1", "ana", "host")) {
            journal.create();
            append(journal, journal.since(null).next(), entry("a", 1));
        }
        ServerAddress asReader = ServerAddress.parse(server.address(PostgresServer.LOCKED) + "?sslmode=disable");
        answer((place, user, refused) -> Optional.of(new ServerLogin("reader", "right")));
        try (PostgresJournal journal = new PostgresJournal(asReader, "d1", "reader", "host")) {
            assertTold(assertThrows(IOException.class, () -> journal.since(null)), "reader may not", "errata_journal");
        }
    }

    @Test
    void nothingIsAskedOfAServerBeforeItIsNeeded() throws Exception {
        ServerAddress nowhere = new ServerAddress("127.0.0.1", 1, "x", Map.of());
        Journal journal = new PostgresJournal(nowhere, "d1", "ana", "host");
        journal.close();
        assertInstanceOf(IOException.class, assertThrows(IOException.class, () -> journal.since(null)));
    }
}
