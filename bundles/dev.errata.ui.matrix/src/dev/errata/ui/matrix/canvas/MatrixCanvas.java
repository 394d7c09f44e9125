package dev.errata.ui.matrix.canvas;

import java.util.BitSet;
import java.util.Objects;
import java.util.function.Consumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.ui.themes.IThemeManager;

import dev.errata.ui.Texts;
import dev.errata.ui.matrix.layout.Cells;
import dev.errata.ui.matrix.layout.HeaderSizes;
import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.CountFormat;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;

/**
 * The heat map. Class names and totals stay in place while the cells scroll; only what is visible is painted. One cell is
 * selected, by pointer or keyboard.
 */
public final class MatrixCanvas extends Canvas {

    private static final double ZOOM_STEP = 1.2;

    private final IThemeManager themes;
    private final IPropertyChangeListener themeListener;
    private final MatrixAccessibility accessibility;
    private MatrixFonts fonts;
    private MatrixModel model;
    private MatrixOptions options = MatrixOptions.DEFAULT;
    private CellSize cellSize = CellSize.READABLE;
    private HeaderSizes headers;
    private MatrixLayout layout;
    private ClassPair selected;
    private ClassPair hovered;
    private int hoveredClass = -1;
    private BitSet found = new BitSet();
    private Image tiny;
    private MatrixColours colours;
    private Consumer<ClassPair> selectionListener = pair -> { };
    private Consumer<ClassPair> openListener = pair -> { };
    private Consumer<ClassPair> hoverListener = pair -> { };
    private Runnable sizeListener = () -> { };

    public MatrixCanvas(Composite parent, IThemeManager themes) {
        super(parent, SWT.H_SCROLL | SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE);
        this.themes = themes;
        fonts = new MatrixFonts(this, JFaceResources.getDefaultFont());
        accessibility = new MatrixAccessibility(this);
        themeListener = event -> {
            if (event.getProperty().equals(IThemeManager.CHANGE_CURRENT_THEME)
                || MatrixColours.isOurs(event.getProperty())) {
                appearanceChanged();
            } else if (event.getProperty().equals(JFaceResources.DEFAULT_FONT)) {
                fontChanged();
            }
        };
        themes.addPropertyChangeListener(themeListener);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> resized());
        // or the words about the cell would cover its menu
        addListener(SWT.MenuDetect, event -> setToolTipText(null));
        addListener(SWT.KeyDown, event -> setToolTipText(null));
        addListener(SWT.FocusIn, event -> focusChanged());
        addListener(SWT.FocusOut, event -> focusChanged());
        addListener(SWT.Dispose, event -> release());
        new MatrixInput(this);
    }

    private void release() {
        themes.removePropertyChangeListener(themeListener);
        forgetTiny();
        fonts.dispose();
    }

    /** Shows a matrix, or nothing for null. Scroll position and selection stay where the classes are the same. */
    public void setModel(MatrixModel newModel) {
        MatrixModel old = model;
        model = newModel;
        boolean sameClasses = old != null && newModel != null && old.names().equals(newModel.names());
        if (!sameClasses) {
            fonts.forgetNames();
            hovered = null;
            selected = newModel == null || old == null ? null : moved(selected, old, newModel);
            found = new BitSet();
        }
        headers = null;
        layoutCells(sameClasses);
        explainHovered();
        accessibility.modelChanged();
    }

    /** A selected pair in a matrix of other classes: the pair with the same names, or null. */
    private static ClassPair moved(ClassPair pair, MatrixModel from, MatrixModel to) {
        if (pair == null) {
            return null;
        }
        int groundTruth = to.names().indexOf(from.names().get(pair.groundTruth()));
        int predicted = to.names().indexOf(from.names().get(pair.predicted()));
        return groundTruth < 0 || predicted < 0 ? null : new ClassPair(groundTruth, predicted);
    }

    public MatrixModel model() {
        return model;
    }

    public void setOptions(MatrixOptions newOptions) {
        options = newOptions;
        forgetTiny();
        redraw();
    }

    public CellSize cellSize() {
        return cellSize;
    }

    public void setCellSize(CellSize newSize) {
        cellSize = newSize;
        layoutCells(true);
        if (selected != null && newSize.mode() != CellSize.Mode.FIXED) {
            reveal(selected);
        }
        sizeListener.run();
    }

    /** Makes cells larger (steps above 0) or smaller; what is at a point stays there. */
    void zoom(double steps, Point at) {
        if (layout == null) {
            return;
        }
        Cells columns = layout.columns();
        Cells rows = layout.rows();
        double column = (at.x - columns.start() + columns.scroll()) / columns.length();
        double row = (at.y - rows.start() + rows.scroll()) / rows.length();
        cellSize = CellSize.fixed(rows.length() * Math.pow(ZOOM_STEP, steps));
        layoutCells(true);
        columns = layout.columns();
        rows = layout.rows();
        scroll(columns.scrolledTo(column * columns.length() - (at.x - columns.start())),
            rows.scrolledTo(row * rows.length() - (at.y - rows.start())));
        sizeListener.run();
    }

    /** Makes cells larger (steps above 0) or smaller around the selected cell, or the middle. */
    public void zoom(double steps) {
        if (layout == null) {
            return;
        }
        Rectangle around = layout.body();
        if (selected != null && layout.bounds(selected).intersects(around)) {
            around = layout.bounds(selected).intersection(around);
        }
        zoom(steps, new Point(around.x + around.width / 2, around.y + around.height / 2));
    }

    public ClassPair selected() {
        return selected;
    }

    /** Selects a cell and scrolls it into sight; tells nobody. */
    public void select(ClassPair pair) {
        mark(pair);
        if (pair != null && pair.equals(selected)) {
            reveal(pair);
        }
    }

    /** Selects a cell and leaves the scroll position as it is; tells nobody. */
    public void mark(ClassPair pair) {
        if (Objects.equals(pair, selected) || model == null || pair != null && !model.contains(pair)) {
            return;
        }
        selected = pair;
        redraw();
        accessibility.selectionChanged();
    }

    /** Selects a cell on behalf of the person, and tells the listener. */
    void choose(ClassPair pair) {
        if (!Objects.equals(pair, selected)) {
            select(pair);
            selectionListener.accept(pair);
        }
    }

    void open() {
        if (selected != null) {
            openListener.accept(selected);
        }
    }

    void hover(ClassPair pair) {
        if (Objects.equals(pair, hovered)) {
            return;
        }
        hovered = pair;
        explainHovered();
        redraw();
        hoverListener.accept(pair);
    }

    /** The pointer is on the name of a class, or on none for -1. */
    void hoverClass(int label) {
        if (label != hoveredClass) {
            hoveredClass = label;
            explainHovered();
        }
    }

    private void explainHovered() {
        String words = null;
        if (hovered != null) {
            words = CellWords.details(model, hovered);
        } else if (hoveredClass >= 0 && model != null && hoveredClass < model.size()) {
            words = CellWords.classDetails(model, hoveredClass);
        }
        // an ampersand alone would mark a mnemonic
        setToolTipText(words == null ? null : Texts.inLabel(words));
    }

    /** The cell under the pointer, or null. */
    public ClassPair hovered() {
        return hovered;
    }

    /** Marks the names of classes that the person looks for. */
    public void setFound(BitSet classes) {
        found = (BitSet) classes.clone();
        redraw();
    }

    /** @param listener gets the cell that the person selected */
    public void onSelect(Consumer<ClassPair> listener) {
        selectionListener = listener;
    }

    /** @param listener gets the cell that the person wants to see the members of */
    public void onOpen(Consumer<ClassPair> listener) {
        openListener = listener;
    }

    /** @param listener gets the cell under the pointer, null for none */
    public void onHover(Consumer<ClassPair> listener) {
        hoverListener = listener;
    }

    /** @param listener runs when the size of the cells was changed */
    public void onCellSize(Runnable listener) {
        sizeListener = listener;
    }

    MatrixLayout cells() {
        return layout;
    }

    /** Where a cell is, for tests and popups; null where there is no matrix. */
    public Rectangle boundsOf(ClassPair pair) {
        return layout == null ? null : layout.bounds(pair);
    }

    void reveal(ClassPair pair) {
        if (layout != null) {
            MatrixLayout moved = layout.revealing(pair);
            scroll(moved.columns(), moved.rows());
        }
    }

    /** Scrolls a class into sight, as a row and as a column. */
    public void reveal(int label) {
        reveal(new ClassPair(label, label));
    }

    void scroll(Cells columns, Cells rows) {
        if (columns.scroll() == layout.columns().scroll() && rows.scroll() == layout.rows().scroll()) {
            return;
        }
        layout = layout.with(columns, rows);
        forgetTiny();
        showScrollBar(getHorizontalBar(), columns);
        showScrollBar(getVerticalBar(), rows);
        redraw();
    }

    private void layoutCells(boolean keepScroll) {
        forgetTiny();
        if (model == null) {
            layout = null;
        } else {
            if (headers == null) {
                measure();
            }
            double scrollX = keepScroll && layout != null ? layout.columns().scroll() : 0;
            double scrollY = keepScroll && layout != null ? layout.rows().scroll() : 0;
            layout = MatrixLayout.of(model.size(), getClientArea(), headers, cellSize, scrollX, scrollY);
        }
        showScrollBar(getHorizontalBar(), layout == null ? null : layout.columns());
        showScrollBar(getVerticalBar(), layout == null ? null : layout.rows());
        redraw();
    }

    /** A selected cell that was in sight stays in sight. */
    private void resized() {
        boolean visible = layout != null && selected != null && layout.bounds(selected).intersects(layout.body());
        layoutCells(true);
        if (visible) {
            reveal(selected);
        }
    }

    private void measure() {
        GC gc = new GC(this);
        try {
            int widest = 0;
            for (int label = 0; label < model.size(); label++) {
                widest = Math.max(widest, fonts.nameWidth(gc, model.name(label)));
            }
            int total = fonts.nameWidth(gc, CountFormat.full(model.total()));
            headers = new HeaderSizes(fonts.line(), widest, Math.max(total, fonts.nameWidth(gc, Messages.Axis_Total)));
        } finally {
            gc.dispose();
        }
    }

    private static void showScrollBar(ScrollBar bar, Cells cells) {
        boolean needed = cells != null && cells.largestScroll() >= 1;
        if (needed) {
            int page = Math.max(1, cells.room());
            bar.setValues((int) Math.round(cells.scroll()), 0, (int) Math.ceil(cells.total()), page,
                Math.max(1, (int) Math.round(cells.length())), page);
        }
        bar.setEnabled(needed);
        bar.setVisible(needed);
    }

    private void paint(GC gc) {
        if (colours == null || !colours.isFor(getBackground(), getForeground())) {
            colours = new MatrixColours(themes.getCurrentTheme().getColorRegistry(), getBackground(), getForeground());
            forgetTiny();
        }
        gc.setBackground(colours.background());
        gc.fillRectangle(getClientArea());
        if (layout == null) {
            return;
        }
        MatrixScene scene = new MatrixScene(model, layout, options, selected, hovered, isFocusControl(), found);
        if (layout.isTiny() && tiny == null) {
            tiny = TinyCells.image(getDisplay(), scene, colours);
        }
        new BodyPainter(gc, scene, colours, fonts).paint(layout.isTiny() ? tiny : null);
        new HeaderPainter(gc, scene, colours, fonts).paint();
    }

    private void forgetTiny() {
        if (tiny != null) {
            tiny.dispose();
            tiny = null;
        }
    }

    private void appearanceChanged() {
        if (!isDisposed()) {
            colours = null;
            forgetTiny();
            redraw();
        }
    }

    private void fontChanged() {
        if (!isDisposed()) {
            fonts.dispose();
            fonts = new MatrixFonts(this, JFaceResources.getDefaultFont());
            headers = null;
            layoutCells(true);
        }
    }

    private void focusChanged() {
        redraw();
        accessibility.selectionChanged();
    }

    /** Tells the listeners of a control that it has a context menu at the selected cell, when the keyboard asked for it. */
    void placeMenu(Event event) {
        if (event.detail == SWT.MENU_KEYBOARD && selected != null) {
            Rectangle cell = layout.bounds(selected);
            Point at = toDisplay(cell.x + cell.width / 2, cell.y + cell.height / 2);
            event.x = at.x;
            event.y = at.y;
        }
    }
}
