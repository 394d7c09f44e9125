package dev.errata.dataset.journal.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No server hears of a person who did not say that it may. */
class KnownServersTest {

    private static final String PROPERTY = "errata.settings";

    @TempDir
    Path settings;
    private final String before = System.getProperty(PROPERTY);

    @BeforeEach
    void useAnotherFolder() {
        System.setProperty(PROPERTY, settings.resolve("new").toString());
    }

    @AfterEach
    void useTheOldFolder() {
        PostgresJournal.askBy(ServerQuestions.NONE);
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void aServerIsKnownOnceSomebodySaidSo() throws Exception {
        ServerAddress server = ServerAddress.parse("postgresql://db.example.org/labels?sslmode=require");
        assertFalse(KnownServers.knows(server));
        KnownServers.add(server);
        KnownServers.add(server);
        assertTrue(KnownServers.knows(server));
        assertFalse(KnownServers.knows(ServerAddress.parse("postgresql://db.example.org/labels?sslmode=disable")));
        assertFalse(KnownServers.knows(ServerAddress.parse("postgresql://db.example.org:5433/labels?sslmode=require")));
        assertTrue(KnownServers.knows(ServerAddress.parse("postgresql://localhost/labels")));
    }

    @Test
    void nobodyIsAskedForAPasswordOfAServerThatIsNotKnown() throws Exception {
        ServerAddress server = ServerAddress.parse("postgresql://nowhere.invalid/labels");
        List<String> asked = new ArrayList<>();
        PostgresJournal.askBy(new ServerQuestions() {

            @Override
            public boolean mayConnect(ServerAddress place) {
                asked.add("connect " + place);
                return false;
            }

            @Override
            public Optional<ServerLogin> login(ServerAddress place, String user, boolean refused) {
                asked.add("login " + place);
                return Optional.empty();
            }
        });
        try (PostgresJournal journal = new PostgresJournal(server, "d1", "ana", "host")) {
            IOException told = assertThrows(IOException.class, () -> journal.since(null));
            assertTrue(told.getMessage().contains("--connect"), told.getMessage());
        }
        assertEquals(List.of("connect " + server), asked);
        assertFalse(KnownServers.knows(server));
    }
}
