package dev.errata.tests.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, as the build brings them. */
final class ServerFiles {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private ServerFiles() {
    }

    /** Why they don't run on this machine; empty where they do. */
    static Optional<String> whyNot() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return system.toLowerCase(Locale.ROOT).equals("linux amd64") ? Optional.empty()
            : Optional.of("the build brings a PostgreSQL server for Linux on amd64, and this is " + system);
    }

    /** Unpacks them, for everybody to run. */
    static void unpack(Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(ServerFiles.class.getResourceAsStream(ARCHIVE));
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }
}
