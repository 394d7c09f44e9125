package dev.errata.dataset.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;

import dev.errata.engine.Progress;

/** SHA-256 of files. */
public final class Digests {

    private static final int BUFFER = 1 << 18;

    private Digests() {
    }

    /** The digest in lower-case hexadecimal. */
    public static String sha256(Path file, Progress progress) throws IOException {
        return copy(file, OutputStream.nullOutputStream(), progress);
    }

    /**
     * Copies a file byte for byte.
     *
     * @return the digest of what was copied
     */
    public static String copy(Path file, OutputStream to, Progress progress) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                digest.update(buffer, 0, read);
                to.write(buffer, 0, read);
                progress.advance(read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
