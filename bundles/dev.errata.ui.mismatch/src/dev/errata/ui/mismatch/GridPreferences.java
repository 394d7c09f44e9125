package dev.errata.ui.mismatch;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

import dev.errata.engine.ranking.Ranking;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** How a person likes grids: tile size, context and order are remembered for the next grid. */
final class GridPreferences {

    private static final String TILE_SIZE = "tileSize"; //$NON-NLS-1$
    private static final String CONTEXT = "contextPercent"; //$NON-NLS-1$
    private static final String RANKING = "ranking"; //$NON-NLS-1$

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("dev.errata.ui.mismatch"); //$NON-NLS-1$

    /** Points. */
    int tileSize() {
        return node.getInt(TILE_SIZE, TileCanvas.DEFAULT_TILE);
    }

    /** Percent of the boxes' size. */
    int context() {
        return Math.max(0, Math.min(100, node.getInt(CONTEXT, (int) Math.round(100 * TileCanvas.DEFAULT_CONTEXT))));
    }

    Ranking ranking() {
        return Ranking.of(node.get(RANKING, Ranking.CONFIDENCE.id())).orElse(Ranking.CONFIDENCE);
    }

    void save(int tileSize, int context, Ranking ranking) {
        node.putInt(TILE_SIZE, tileSize);
        node.putInt(CONTEXT, context);
        node.put(RANKING, ranking.id());
        try {
            node.flush();
        } catch (BackingStoreException failure) {
            ILog.of(GridPreferences.class).warn("The look of the mismatch grid could not be remembered.", failure); //$NON-NLS-1$
        }
    }
}
