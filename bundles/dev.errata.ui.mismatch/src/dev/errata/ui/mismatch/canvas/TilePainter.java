package dev.errata.ui.mismatch.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

import dev.errata.ui.mismatch.tiles.CropFrame;
import dev.errata.ui.mismatch.tiles.TileState;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.verdicts.VerdictMark;

/** Draws one tile: the crop, the boxes over it, the caption below, and what became of it. */
final class TilePainter {

    private static final int ARC = 6;
    private static final int BADGE_PADDING = 4;
    /** How much of a decided tile shines through. */
    private static final int DIMMED = 130;
    private static final int OPAQUE = 255;

    private final Control control;
    private final OutlineImages outlineImages;
    private final TextFitter captions = new TextFitter();
    private final TextFitter badges = new TextFitter();
    private final TextFitter marks = new TextFitter();
    private GridColors colors;

    TilePainter(Control control, GridColors colors) {
        this.control = control;
        this.colors = colors;
        outlineImages = new OutlineImages(control.getDisplay());
        control.addListener(SWT.Dispose, event -> outlineImages.dispose());
    }

    void setColors(GridColors newColors) {
        colors = newColors;
    }

    void fontChanged() {
        captions.clear();
        badges.clear();
        marks.clear();
    }

    /**
     * Draws a tile.
     *
     * @param corner the upper left corner of the tile
     * @param crop null where it has not arrived
     */
    void paint(GC gc, GridContent content, TileGeometry geometry, int tile, Point corner, TileCrops.Entry crop,
        boolean selected, boolean focused) {
        Color background = control.getBackground();
        Color text = control.getForeground();
        if (selected) {
            background = control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
            text = control.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
            gc.setBackground(background);
            gc.fillRoundRectangle(corner.x, corner.y, geometry.width(), geometry.height(), ARC, ARC);
        }
        Rectangle picture = geometry.pictureAt(corner.x, corner.y);
        TileState state = content.states().get(tile);
        GridContent.Mark mark = content.mark(tile);
        paintPicture(gc, content, geometry, tile, picture, crop, mark);
        if (state.decided()) {
            gc.setAlpha(DIMMED);
            gc.setBackground(control.getBackground());
            gc.fillRectangle(picture);
            gc.setAlpha(OPAQUE);
        }
        if (state != TileState.UNDECIDED) {
            paintBadge(gc, content.state(tile), state, picture);
        }
        if (mark != null) {
            paintMark(gc, mark, picture);
        }
        gc.setForeground(text);
        int y = picture.y + picture.height + TileGeometry.PADDING / 2;
        String classes = captions.fitNames(gc, shorter -> content.classes(tile, shorter), picture.width);
        gc.drawText(classes, picture.x, y, SWT.DRAW_TRANSPARENT);
        gc.drawText(captions.fit(gc, content.numbers(tile), picture.width), picture.x, y + geometry.line(),
            SWT.DRAW_TRANSPARENT);
        if (focused) {
            paintFocus(gc, geometry, corner, text, background);
        }
    }

    private void paintPicture(GC gc, GridContent content, TileGeometry geometry, int tile, Rectangle picture,
        TileCrops.Entry crop, GridContent.Mark mark) {
        Tiles tiles = content.tiles();
        // outlines are read while the crop is made: who scrolls past asks for neither
        GridContent.Outlines outlines = crop == null ? GridContent.Outlines.NONE : content.outlines(tile);
        OutlineImages.Look look = new OutlineImages.Look(crop, outlines, tiles.annotationBox(tile), tiles.predictionBox(tile),
            geometry.frame(tiles, tile), picture.width,
            mark != null && mark.onAnnotation() ? mark.color() : colors.annotation(),
            mark != null && mark.onPrediction() ? mark.color() : colors.prediction(), colors.underlay(), colors.placeholder());
        if (look.hasOutlines()) {
            outlineImages.paint(gc, look, picture.x, picture.y, (image, whole) -> paintLook(image, whole,
                new Rectangle(0, 0, picture.width, picture.height), 0));
        } else {
            Rectangle clip = gc.getClipping();
            gc.setClipping(clip.intersection(picture));
            // below the mark, and under the boxes
            paintLook(gc, look, picture, mark == null ? 0 : geometry.line());
            gc.setClipping(clip);
        }
    }

    /** @param reasonAt how far below the top the reason stands where there is no crop */
    private void paintLook(GC gc, OutlineImages.Look look, Rectangle picture, int reasonAt) {
        gc.setBackground(look.placeholder());
        gc.fillRectangle(picture);
        TileCrops.Entry crop = look.crop();
        if (crop != null && crop.image != null && !crop.image.isDisposed()) {
            paintCrop(gc, look.frame(), picture, crop);
        } else if (crop != null && crop.image == null) {
            paintReason(gc, crop.failure, picture, picture.y + reasonAt);
        }
        look.paintObjects(gc, picture.x, picture.y);
    }

    private static void paintCrop(GC gc, CropFrame frame, Rectangle picture, TileCrops.Entry crop) {
        Rectangle region = crop.region;
        int x = frame.toTileX(region.x);
        int y = frame.toTileY(region.y);
        int width = frame.toTileX(region.x + region.width) - x;
        int height = frame.toTileY(region.y + region.height) - y;
        Rectangle size = crop.image.getBounds();
        if (Math.abs(size.width - width) <= 1 && Math.abs(size.height - height) <= 1) {
            // rounding must not make the screen blur what was scaled for it
            gc.drawImage(crop.image, picture.x + x, picture.y + y);
        } else if (width > 0 && height > 0) {
            gc.setInterpolation(SWT.LOW);
            gc.drawImage(crop.image, 0, 0, size.width, size.height, picture.x + x, picture.y + y, width, height);
        }
    }

    /** Why there is no picture, in as many lines as it takes. */
    private void paintReason(GC gc, String reason, Rectangle picture, int top) {
        gc.setForeground(control.getForeground());
        gc.setBackground(colors.placeholder());
        int y = top + TileGeometry.PADDING;
        StringBuilder line = new StringBuilder();
        for (String word : (reason + " \n").split(" ")) { //$NON-NLS-1$ //$NON-NLS-2$
            String longer = line.isEmpty() ? word : line + " " + word; //$NON-NLS-1$
            boolean last = "\n".equals(word); //$NON-NLS-1$
            if (last || !line.isEmpty() && gc.textExtent(longer).x > picture.width - 2 * TileGeometry.PADDING) {
                gc.drawText(line.toString(), picture.x + TileGeometry.PADDING, y);
                y += gc.getFontMetrics().getHeight();
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
    }

    private void paintBadge(GC gc, String text, TileState state, Rectangle picture) {
        String fitted = badges.fit(gc, symbol(state) + " " + text, picture.width - 4 * BADGE_PADDING); //$NON-NLS-1$
        Point size = gc.textExtent(fitted);
        int x = picture.x + BADGE_PADDING;
        int y = picture.y + picture.height - size.y - 3 * BADGE_PADDING / 2;
        gc.setBackground(badgeColor(state));
        gc.fillRoundRectangle(x, y - BADGE_PADDING / 2, size.x + 2 * BADGE_PADDING, size.y + BADGE_PADDING, ARC, ARC);
        gc.setForeground(colors.badgeText());
        gc.drawText(fitted, x + BADGE_PADDING, y, SWT.DRAW_TRANSPARENT);
    }

    /** The value in its colour: nobody has to tell colours apart to read it. All of these colours carry dark letters. */
    private void paintMark(GC gc, GridContent.Mark mark, Rectangle picture) {
        String fitted = marks.fit(gc, mark.text(), picture.width - 2 * BADGE_PADDING);
        Point size = gc.textExtent(fitted);
        gc.setBackground(mark.color());
        gc.fillRectangle(picture.x, picture.y, size.x + 2 * BADGE_PADDING, size.y);
        gc.setForeground(colors.underlay());
        gc.drawRectangle(picture.x, picture.y, size.x + 2 * BADGE_PADDING, size.y);
        gc.drawText(fitted, picture.x + BADGE_PADDING, picture.y, SWT.DRAW_TRANSPARENT);
    }

    private static String symbol(TileState state) {
        return switch (state) {
            case UNDECIDED -> ""; //$NON-NLS-1$
            case DELETED -> "\u2715"; //$NON-NLS-1$
            case LABEL_RIGHT, LABEL_WRONG, BOTH_WRONG, AMBIGUOUS, IGNORED -> VerdictMark.sign(state.verdict());
            case SENT, IN_REVIEW, RETURNED -> "\u2192"; //$NON-NLS-1$
            case REMATCHED -> "\u21c4"; //$NON-NLS-1$
            case CONFLICT, CONFLICT_LEFT -> "!"; //$NON-NLS-1$
            default -> "\u2713"; //$NON-NLS-1$
        };
    }

    private Color badgeColor(TileState state) {
        return switch (state) {
            case SENT, IN_REVIEW, RETURNED, CONFLICT, CONFLICT_LEFT -> colors.waiting();
            default -> state.leftCell() ? colors.fixed() : colors.kept();
        };
    }

    private static void paintFocus(GC gc, TileGeometry geometry, Point corner, Color text, Color background) {
        gc.setForeground(background);
        gc.drawRoundRectangle(corner.x, corner.y, geometry.width() - 1, geometry.height() - 1, ARC, ARC);
        gc.setForeground(text);
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawRoundRectangle(corner.x, corner.y, geometry.width() - 1, geometry.height() - 1, ARC, ARC);
        gc.setLineStyle(SWT.LINE_SOLID);
    }
}
