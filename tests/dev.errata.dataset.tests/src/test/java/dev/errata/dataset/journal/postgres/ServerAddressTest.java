package dev.errata.dataset.journal.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Addresses come with datasets from strangers: what could load a class or read a file is refused. */
class ServerAddressTest {

    @Test
    void addressesAreReadAndWritten() throws Exception {
        assertEquals(new ServerAddress("db.example.org", 5432, "labels", Map.of()),
            ServerAddress.parse("postgresql://db.example.org/labels"));
        for (String text : List.of("postgresql://localhost:5433/a_b.c-d", "postgresql://[::1]:5432/x",
            "postgresql://my_db:1/\u00e4", "postgresql://10.0.0.1:65535/x?currentSchema=team_a&sslmode=verify-full")) {
            assertEquals(text, ServerAddress.parse(text).toString());
        }
        assertEquals("jdbc:postgresql://h:1/%C3%A4", ServerAddress.parse("postgresql://h:1/\u00e4").driverUrl());
    }

    @Test
    void whatIsNotKnownToBeSafeIsRefused() {
        for (String parameters : List.of("socketFactory=x.Y", "socketFactory=x.Y&socketFactoryArg=z", "sslfactory=x.Y",
            "sslfactoryarg=/etc/passwd", "loggerFile=/tmp/x", "loggerLevel=TRACE", "sslrootcert=/x", "sslkey=/x", "sslcert=/x",
            "sslpassword=x", "sslpasswordcallback=x.Y", "sslhostnameverifier=x.Y", "authenticationPluginClassName=x.Y",
            "xmlFactoryFactory=x.Y", "service=x", "user=x", "password=x", "options=-c%20x", "sslmode=other", "sslmode",
            "sslmode=", "sslmode=require&sslmode=disable", "SSLMODE=require", "currentSchema=a,b", "currentSchema=%22x",
            "localSocketAddress=x", "jaasApplicationName=x", "gsslib=x", "&", "sslmode=require&")) {
            assertThrows(IOException.class, () -> ServerAddress.parse("postgresql://h/d?" + parameters), parameters);
        }
    }

    @Test
    void whatIsNoAddressIsRefusedAndNotRepeated() {
        for (String text : List.of("", "files", "jdbc:postgresql://h/d", "postgresql://", "postgresql://h", "postgresql://h/",
            "postgresql:///d", "postgresql://h:/d", "postgresql://h:0/d", "postgresql://h:65536/d", "postgresql://h:999999/d",
            "postgresql://h1,h2/d", "postgresql://h:1,g:2/d", "postgresql://ana:secret@h/d", "postgresql://ana@h/d",
            "postgresql://h/d/e", "postgresql://h/d#x", "postgresql://h/../d", "postgresql://h /d", "postgresql://h/d\n",
            "postgresql://-h/d", "postgresql://h/d%2f", "POSTGRESQL://h/d", "http://h/d")) {
            IOException told = assertThrows(IOException.class, () -> ServerAddress.parse(text), text);
            assertFalse(told.getMessage().contains("secret"), told.getMessage());
        }
    }
}
