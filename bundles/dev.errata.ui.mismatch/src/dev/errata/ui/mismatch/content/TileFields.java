package dev.errata.ui.mismatch.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.Field;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.model.Run;
import dev.errata.ui.fields.FieldReading;
import dev.errata.ui.mismatch.tiles.Tiles;

/** What the label file and people say of a tile's image and objects, beside names, classes and boxes. */
final class TileFields {

    /** A tooltip is for reading at a glance. */
    private static final int MOST = 12;
    private static final int LONGEST = 60;

    private TileFields() {
    }

    /**
     * A line a field. Never waits: there are none while the fields are being read, or somebody changes labels.
     */
    static List<String> lines(OpenDataset dataset, Run run, Tiles tiles, int tile) {
        List<String> lines = new ArrayList<>();
        Optional<FieldSet> fields = FieldReading.of(dataset).known();
        Lock lock = dataset.lock().readLock();
        if (fields.isPresent() && lock.tryLock()) {
            try {
                TileRows rows = TileRows.of(dataset, run, tiles);
                for (Field field : fields.get().own()) {
                    int row = rows.of(field.owner(), tile);
                    String value = row < 0 ? null : field.text(rows.of(), row);
                    if (value != null && lines.size() < MOST) {
                        lines.add(NLS.bind(Messages.TileFields_line, VisibleText.oneLine(field.name()),
                            VisibleText.oneLine(shortened(value))));
                    }
                }
            } finally {
                lock.unlock();
            }
        }
        return lines;
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST ? value
            : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "\u2026"; //$NON-NLS-1$
    }
}
