package dev.errata.ui.mismatch.canvas;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

import dev.errata.ui.mismatch.tiles.CropFrame;
import dev.errata.ui.mismatch.tiles.Tiles.Box;

/**
 * Crops with the outlines in them, drawn once each: to draw dozens of corners at every scroll takes longer than the screen has
 * time. Those that were shown least recently are forgotten. Used on the UI thread only.
 */
final class OutlineImages {

    private static final long BUDGET_BYTES = 64L << 20;
    /** On a screen at 200 %. */
    private static final int BYTES_PER_POINT = 16;

    private final Display display;
    private final Map<Look, Image> images = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    OutlineImages(Display display) {
        this.display = display;
    }

    /**
     * What a tile's picture looks like.
     *
     * @param crop null where it has not arrived
     * @param annotation drawn where there is no outline; null where there is no annotation
     * @param prediction the same of the prediction
     * @param side of the tile's picture, points
     * @param placeholder where there is no crop
     */
    record Look(TileCrops.Entry crop, GridContent.Outlines outlines, Box annotation, Box prediction, CropFrame frame, int side,
        Color annotationColor, Color predictionColor, Color underlay, Color placeholder) {

        boolean hasOutlines() {
            return crop != null && crop.image != null && !(outlines.annotation().isEmpty() && outlines.prediction().isEmpty());
        }

        void paintObjects(GC gc, int x, int y) {
            BoxPainter boxes = new BoxPainter(gc, frame, new Rectangle(x, y, side, side), underlay);
            boxes.paint(annotation, outlines.annotation(), annotationColor, false);
            boxes.paint(prediction, outlines.prediction(), predictionColor, true);
        }

        private long bytes() {
            return (long) side * side * BYTES_PER_POINT;
        }
    }

    /** @param whole draws a look, with its upper left corner at 0, 0 */
    void paint(GC gc, Look look, int x, int y, BiConsumer<GC, Look> whole) {
        Image image = images.get(look);
        if (image == null) {
            ImageGcDrawer drawer = (picture, width, height) -> whole.accept(picture, look);
            image = new Image(display, drawer, look.side, look.side);
            images.put(look, image);
            bytes += look.bytes();
            forget();
        }
        gc.drawImage(image, x, y);
    }

    private void forget() {
        Iterator<Map.Entry<Look, Image>> oldest = images.entrySet().iterator();
        while (bytes > BUDGET_BYTES && images.size() > 1) {
            Map.Entry<Look, Image> entry = oldest.next();
            bytes -= entry.getKey().bytes();
            entry.getValue().dispose();
            oldest.remove();
        }
    }

    void dispose() {
        images.values().forEach(Image::dispose);
        images.clear();
        bytes = 0;
    }
}
