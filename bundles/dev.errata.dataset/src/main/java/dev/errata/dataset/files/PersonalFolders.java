package dev.errata.dataset.files;

import java.nio.file.Path;
import java.util.Locale;

/** Where a person's files belong on this computer, by the customs of its system. */
public final class PersonalFolders {

    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    private PersonalFolders() {
    }

    /** What can be deleted at any time. */
    public static Path caches() {
        if (SYSTEM.contains("win")) {
            return from("LOCALAPPDATA", "AppData/Local").resolve("Errata");
        }
        return SYSTEM.contains("mac") ? HOME.resolve("Library/Caches/dev.errata")
            : from("XDG_CACHE_HOME", ".cache").resolve("errata");
    }

    /** What the person decided. The system property {@code errata.settings} names another folder. */
    public static Path settings() {
        String chosen = System.getProperty("errata.settings");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        if (SYSTEM.contains("win")) {
            return from("APPDATA", "AppData/Roaming").resolve("Errata");
        }
        return SYSTEM.contains("mac") ? HOME.resolve("Library/Application Support/dev.errata")
            : from("XDG_CONFIG_HOME", ".config").resolve("errata");
    }

    private static Path from(String variable, String otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? HOME.resolve(otherwise) : Path.of(value);
    }
}
