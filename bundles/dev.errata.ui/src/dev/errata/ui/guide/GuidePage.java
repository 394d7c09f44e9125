package dev.errata.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.osgi.framework.FrameworkUtil;

import dev.errata.ui.commands.Ids;

/** The pages of the guide, in the order in which one reads them. */
enum GuidePage {

    START(Messages.Page_start),
    MATRIX(Messages.Page_matrix, Ids.MATRIX_VIEW),
    GRID(Messages.Page_grid, Ids.MISMATCH_EDITOR),
    SUSPECTS(Messages.Page_suspects),
    METRICS(Messages.Page_metrics, Ids.METRICS_VIEW),
    EDITOR(Messages.Page_editor, Ids.ANNOTATION_EDITOR),
    TEAM(Messages.Page_team, Ids.TASKS_VIEW, Ids.HISTORY_VIEW),
    FILES(Messages.Page_files, Ids.PROBLEMS_VIEW),
    FILTERS(Messages.Page_filters),
    COMMANDS(Messages.Page_commands);

    private final String title;
    /** The parts of the workbench that the page is about. */
    private final Set<String> parts;

    GuidePage(String title, String... parts) {
        this.title = title;
        this.parts = Set.of(parts);
    }

    String title() {
        return title;
    }

    /** The name in links and of the file. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<GuidePage> named(String id) {
        return Arrays.stream(values()).filter(page -> page.id().equals(id)).findFirst();
    }

    /** The page about a part of the workbench. */
    static GuidePage about(String part) {
        return Arrays.stream(values()).filter(page -> page.parts.contains(part)).findFirst().orElse(START);
    }

    Optional<GuidePage> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    /** The page in the language of forms, its keys not filled in yet. */
    String text() throws IOException {
        Path path = new Path("$nl$/guide/" + id() + ".xml"); //$NON-NLS-1$ //$NON-NLS-2$
        URL file = FileLocator.find(FrameworkUtil.getBundle(GuidePage.class), path);
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
