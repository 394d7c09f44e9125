package dev.errata.ui.mismatch;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import dev.errata.dataset.operations.MismatchQuery;
import dev.errata.engine.ranking.Ranking;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.inputs.MismatchInput;

/** How a person likes grids: tile size, context and order are remembered for the next grid. */
public final class GridPreferences {

    private static final String TILE_SIZE = "tileSize"; //$NON-NLS-1$
    private static final String CONTEXT = "contextPercent"; //$NON-NLS-1$
    private static final String ORDER = "ranking"; //$NON-NLS-1$
    private static final String DIFFERENCES = "differences"; //$NON-NLS-1$
    private static final String BY_IMAGE = "image"; //$NON-NLS-1$
    private static final String METHOD = "suspectMethod"; //$NON-NLS-1$

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("dev.errata.ui.mismatch"); //$NON-NLS-1$

    /** Points. */
    int tileSize() {
        return node.getInt(TILE_SIZE, TileCanvas.DEFAULT_TILE);
    }

    /** Percent of the boxes' size. */
    int context() {
        return Math.max(0, Math.min(100, node.getInt(CONTEXT, (int) Math.round(100 * TileCanvas.DEFAULT_CONTEXT))));
    }

    /** The orders that a grid offers: cells have all, suspects only those of methods that find some, differences their own. */
    static List<String> orders(MismatchInput input) {
        return switch (input.kind()) {
            case CELL, ALL -> MismatchQuery.orders();
            case SUSPECTS -> Arrays.stream(SuspectMethod.values()).map(SuspectMethod::id).toList();
            case DIFFERENCES -> List.of(BY_IMAGE);
        };
    }

    /** The name of the order that was chosen last. */
    String order(MismatchInput input) {
        List<String> orders = orders(input);
        String last = node.get(key(input), ""); //$NON-NLS-1$
        return orders.contains(last) ? last : usual(input);
    }

    /** The order that the next grid of this kind opens with. */
    public void choose(MismatchInput input, String order) {
        node.put(key(input), order);
    }

    private static String usual(MismatchInput input) {
        return switch (input.kind()) {
            case CELL, ALL -> Ranking.CONFIDENCE.id();
            case SUSPECTS -> SuspectMethod.ERRATA.id();
            case DIFFERENCES -> BY_IMAGE;
        };
    }

    private static String key(MismatchInput input) {
        return switch (input.kind()) {
            case CELL, ALL -> ORDER;
            case SUSPECTS -> METHOD;
            case DIFFERENCES -> DIFFERENCES;
        };
    }

    void save(int tileSize, int context, MismatchInput input, String order) {
        node.putInt(TILE_SIZE, tileSize);
        node.putInt(CONTEXT, context);
        choose(input, order);
        try {
            node.flush();
        } catch (BackingStoreException failure) {
            ILog.of(GridPreferences.class).warn("The look of the mismatch grid could not be remembered.", failure); //$NON-NLS-1$
        }
    }
}
