package dev.errata.ui.mismatch.canvas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

import dev.errata.ui.ScreenZoom;
import dev.errata.ui.mismatch.tiles.TileLayout;
import dev.errata.ui.mismatch.tiles.TileSelection;

/**
 * A scrolled grid of tiles, of which only the visible ones cost anything. It never waits for a picture: a tile shows its boxes
 * and caption at once and its crop when it has arrived. Listeners: {@link SWT#Selection} when other tiles are selected,
 * {@link SWT#DefaultSelection} when the selected ones are to be opened, {@link SWT#Modify} when the tile size changed.
 */
public final class TileCanvas extends Canvas {

    public static final int SMALLEST_TILE = 72;
    public static final int LARGEST_TILE = 512;
    public static final int DEFAULT_TILE = 128;
    /** Default of {@link #setContext}. */
    public static final double DEFAULT_CONTEXT = 0.3;
    /** Scroll bars count with int; higher grids are counted in larger steps. */
    private static final int LARGEST_SCROLL = 1 << 24;

    private final TileSelection selection = new TileSelection();
    private final ScreenZoom zoom = new ScreenZoom(this);
    private final Display display = getDisplay();
    private final TileCrops crops;
    private final TilePainter painter;
    private final TileMouse mouse;
    private GridContent content;
    private String emptyText = ""; //$NON-NLS-1$
    private TileGeometry geometry;
    private TileLayout layout;
    private long scroll;
    private boolean scrolledDown = true;
    private Rectangle band;

    public TileCanvas(Composite parent, GridColors colors) {
        super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        crops = new TileCrops(display, this::redrawTile);
        painter = new TilePainter(this, colors);
        geometry = new TileGeometry(DEFAULT_TILE, lineHeight(), DEFAULT_CONTEXT);
        layout = geometry.layout(0, 1);
        addListener(SWT.Paint, event -> paint(event.gc, event));
        addListener(SWT.Resize, event -> relayout(firstVisible()));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> focusLost());
        addListener(SWT.Dispose, event -> crops.dispose());
        getVerticalBar().addListener(SWT.Selection, event -> scrollTo(getVerticalBar().getSelection() * scrollUnit()));
        mouse = new TileMouse(this);
        new TileKeys(this);
        new TileAccessibility(this);
        updateScrollBar();
    }

    private void focusLost() {
        mouse.hideExplanation();
        redraw();
    }

    /** Shows other tiles, or none (null). Nothing is selected; the first tile stands at the top. */
    public void setContent(GridContent newContent) {
        setContent(newContent, EarlyCrops.none());
    }

    /** The same, of tiles whose first crops {@link #earlyCrops are being made}. */
    public void setContent(GridContent newContent, EarlyCrops early) {
        crops.setContent(newContent, early);
        scroll = 0;
        take(newContent);
    }

    /** Shows the same tiles with more behind them. Nothing is selected; the place and the crops stay. */
    public void extend(GridContent longer) {
        crops.extend(longer);
        take(longer);
    }

    private void take(GridContent newContent) {
        content = newContent;
        if (newContent != null) {
            newContent.onOutlines(tile -> redrawLater(newContent, tile));
        }
        selection.reset(count());
        band = null;
        relayout(firstVisible());
    }

    public GridContent content() {
        return content;
    }

    /** Has the first crops of tiles made that will be shown soon. On any thread. */
    public EarlyCrops earlyCrops(GridContent next) {
        return crops.early(next);
    }

    /** What stands in the middle where there are no tiles. */
    public void setEmptyText(String text) {
        emptyText = text;
        redraw();
    }

    public String emptyText() {
        return emptyText;
    }

    public void setColors(GridColors colors) {
        painter.setColors(colors);
        redraw();
    }

    @Override
    public void setFont(Font font) {
        super.setFont(font);
        if (painter != null) {
            painter.fontChanged();
            setGeometry(new TileGeometry(geometry.picture(), lineHeight(), geometry.context()), firstVisible());
        }
    }

    /** The side of the crops, points. */
    public int tileSize() {
        return geometry.picture();
    }

    /** @param size the side of the crops, points; out of range it is cut */
    public void setTileSize(int size) {
        setTileSize(size, selection.lead() >= 0 && isVisible(selection.lead()) ? selection.lead() : firstVisible());
    }

    /** Keeps a tile where it is on the screen while others move. */
    void setTileSize(int size, int pivot) {
        int side = Math.max(SMALLEST_TILE, Math.min(LARGEST_TILE, size));
        if (side != geometry.picture()) {
            setGeometry(new TileGeometry(side, geometry.line(), geometry.context()), pivot);
            notifyListeners(SWT.Modify, new Event());
        }
    }

    public double context() {
        return geometry.context();
    }

    /** @param context what is shown around the boxes, as a fraction of their size on each side */
    public void setContext(double context) {
        setGeometry(new TileGeometry(geometry.picture(), geometry.line(), context), firstVisible());
    }

    private void setGeometry(TileGeometry newGeometry, int pivot) {
        geometry = newGeometry;
        relayout(pivot);
    }

    /** The selected tiles; after changing it call {@link #selectionChanged}. */
    public TileSelection selection() {
        return selection;
    }

    /** Redraws, reveals the tile with the focus and tells the listeners. */
    public void selectionChanged(boolean reveal) {
        if (reveal && selection.lead() >= 0) {
            reveal(selection.lead());
            mouse.hideExplanation();
        }
        redraw();
        notifyListeners(SWT.Selection, new Event());
    }

    /** Scrolls so that a tile is visible. */
    public void reveal(int tile) {
        scrollTo(layout.reveal(tile, scroll, getClientArea().height));
    }

    /** The states of the tiles changed. */
    public void statesChanged() {
        mouse.explainAgain();
        redraw();
    }

    TileLayout tileLayout() {
        return layout;
    }

    TileGeometry geometry() {
        return geometry;
    }

    long scroll() {
        return scroll;
    }

    /** The tile at a point of this control, or -1. */
    public int tileAt(int x, int y) {
        return layout.indexAt(x, y + scroll);
    }

    /** Where a tile is drawn, in points of this control; it may be outside of what is visible. */
    public Rectangle bounds(int tile) {
        return new Rectangle(layout.left(tile), (int) Math.max(Integer.MIN_VALUE / 2,
            Math.min(Integer.MAX_VALUE / 2, layout.top(tile) - scroll)), geometry.width(), geometry.height());
    }

    boolean isVisible(int tile) {
        return tile >= firstVisible() && tile < endVisible();
    }

    public int firstVisible() {
        return layout.firstBelow(scroll);
    }

    /** Behind the last visible tile. */
    public int endVisible() {
        return layout.endAbove(scroll + getClientArea().height);
    }

    /** Whether every visible tile has its crop, or a reason why there is none. */
    public boolean visibleCropsArrived() {
        for (int tile = firstVisible(); tile < endVisible(); tile++) {
            if (crops.get(tile) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether, besides, nothing is got ready for scrolling any more. */
    public boolean cropsArrived() {
        return visibleCropsArrived() && crops.idle();
    }

    void scrollTo(long wanted) {
        long next = layout.clamp(wanted, getClientArea().height);
        if (next != scroll) {
            scrolledDown = next > scroll;
            scroll = next;
            updateScrollBar();
            redraw();
        }
    }

    void setBand(Rectangle newBand, BitSet touched) {
        band = newBand;
        if (touched != null) {
            selection.band(touched);
        }
        redraw();
    }

    int count() {
        return content == null ? 0 : content.tiles().size();
    }

    private int lineHeight() {
        GC gc = new GC(this);
        try {
            gc.setFont(getFont());
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    /** Computes the layout again and keeps a tile at its place on the screen. */
    private void relayout(int pivot) {
        Rectangle area = getClientArea();
        boolean keep = pivot >= 0 && pivot < layout.count() && pivot < count();
        long offset = keep ? layout.top(pivot) - scroll : 0;
        layout = geometry.layout(count(), Math.max(1, area.width));
        scroll = layout.clamp(keep ? layout.top(pivot) - offset : scroll, area.height);
        crops.setSize(new CropSize(geometry, zoom.percent()));
        updateScrollBar();
        redraw();
    }

    private long scrollUnit() {
        return 1 + layout.height() / LARGEST_SCROLL;
    }

    private void updateScrollBar() {
        ScrollBar bar = getVerticalBar();
        long unit = scrollUnit();
        int page = Math.max(1, (int) (getClientArea().height / unit));
        int total = Math.max(page, (int) ((layout.height() + unit - 1) / unit));
        bar.setEnabled(total > page);
        bar.setValues((int) (scroll / unit), 0, total, page, Math.max(1, (int) (layout.rowHeight() / 2 / unit)), page);
    }

    private void redrawLater(GridContent of, int tile) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!isDisposed() && content == of) {
                    redrawTile(tile);
                }
            });
        }
    }

    private void redrawTile(int tile) {
        if (isVisible(tile)) {
            Rectangle bounds = bounds(tile);
            redraw(bounds.x, bounds.y, bounds.width, bounds.height, false);
        }
    }

    private void paint(GC gc, Event event) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(event.x, event.y, event.width, event.height);
        if (count() == 0) {
            paintEmpty(gc, area);
            return;
        }
        gc.setAdvanced(true);
        boolean focus = isFocusControl();
        int first = firstVisible();
        int end = endVisible();
        int page = end - first;
        crops.setSize(new CropSize(geometry, zoom.percent()));
        boolean atOnce = crops.show(first, end, Math.max(0, first - (scrolledDown ? 0 : page)),
            Math.min(count(), end + (scrolledDown ? page : 0)));
        if (atOnce && (event.width < area.width || event.height < area.height)) {
            redraw();
        }
        for (int tile = first; tile < end; tile++) {
            Rectangle bounds = bounds(tile);
            if (bounds.intersects(event.x, event.y, event.width, event.height)) {
                painter.paint(gc, content, geometry, tile, new Point(bounds.x, bounds.y), crops.get(tile),
                    selection.isSelected(tile), focus && tile == selection.lead());
            }
        }
        if (band != null) {
            paintBand(gc);
        }
    }

    private void paintBand(GC gc) {
        gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        gc.setAlpha(60);
        gc.fillRectangle(band);
        gc.setAlpha(255);
        gc.drawRectangle(band);
    }

    private void paintEmpty(GC gc, Rectangle area) {
        gc.setForeground(getForeground());
        List<String> lines = new ArrayList<>(List.of(emptyText.split("\n"))); //$NON-NLS-1$
        int y = Math.max(0, area.height / 3 - lines.size() * geometry.line() / 2);
        for (String line : lines) {
            gc.drawText(line, (area.width - gc.textExtent(line).x) / 2, y, SWT.DRAW_TRANSPARENT);
            y += geometry.line() + TileGeometry.PADDING / 2;
        }
    }
}
