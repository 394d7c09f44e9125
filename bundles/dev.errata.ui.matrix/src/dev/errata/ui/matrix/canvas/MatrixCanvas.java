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
import org.eclipse.ui.themes.IThemeManager;

import dev.errata.ui.Texts;
import dev.errata.ui.matrix.layout.Cells;
import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.ClassOrder;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;

/**
 * The heat map. Class names and totals stay in place while the cells scroll; only what is visible is painted. One cell is
 * selected, by pointer or keyboard.
 */
public final class MatrixCanvas extends Canvas {

    private final IThemeManager themes;
    private final IPropertyChangeListener themeListener;
    private final MatrixAccessibility accessibility;
    private MatrixFonts fonts;
    private MatrixModel model;
    private MatrixOptions options = MatrixOptions.DEFAULT;
    /** Stays as it is while labels are changed: rows must not move away under the hand. */
    private ClassOrder order;
    private final CellView view;
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
        view = new CellView(this, fonts, this::moved);
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
        addListener(SWT.Resize, event -> view.resized(selected));
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
        boolean sameOrder = sameClasses && old.facts().sameComparison(newModel.facts()) && !order.lacks(newModel);
        if (!sameOrder) {
            order = newModel == null ? null : ClassOrder.of(newModel, options, found);
        }
        view.show(newModel, order, sameClasses);
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
        boolean sameOrder = options.sameOrder(newOptions);
        options = newOptions;
        if (!sameOrder) {
            putInOrder();
        }
        forgetTiny();
        redraw();
    }

    /** Shows the classes that the person wants, in the order that they want, from the first one on. */
    private void putInOrder() {
        if (model != null) {
            order = ClassOrder.of(model, options, found);
            view.show(model, order, false);
            accessibility.modelChanged();
        }
    }

    /** The classes that are left out. */
    public int hiddenClasses() {
        return order == null ? 0 : order.hidden();
    }

    public CellSize cellSize() {
        return view.size();
    }

    public void setCellSize(CellSize newSize) {
        view.setSize(newSize);
        if (selected != null && newSize.mode() != CellSize.Mode.FIXED) {
            reveal(selected);
        }
        sizeListener.run();
    }

    /** Makes cells larger (steps above 0) or smaller; what is at a point stays there. */
    void zoom(double steps, Point at) {
        if (view.layout() != null) {
            view.zoom(steps, at);
            sizeListener.run();
        }
    }

    /** Makes cells larger (steps above 0) or smaller around the selected cell, or the middle. */
    public void zoom(double steps) {
        if (view.layout() != null) {
            zoom(steps, view.middle(selected));
        }
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
        if (options.onlyMismatched()) {
            putInOrder();
        }
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
        return view.layout();
    }

    /** Where a cell is, for tests and popups; null where there is no matrix. */
    public Rectangle boundsOf(ClassPair pair) {
        return view.layout() == null ? null : view.layout().bounds(pair);
    }

    void reveal(ClassPair pair) {
        view.reveal(pair);
    }

    /** Scrolls a class into sight, as a row and as a column. */
    public void reveal(int label) {
        reveal(new ClassPair(label, label));
    }

    void scroll(Cells columns, Cells rows) {
        view.scroll(columns, rows);
    }

    private void moved() {
        forgetTiny();
        redraw();
    }

    private void paint(GC gc) {
        if (colours == null || !colours.isFor(getBackground(), getForeground())) {
            colours = new MatrixColours(themes.getCurrentTheme().getColorRegistry(), getBackground(), getForeground());
            forgetTiny();
        }
        gc.setBackground(colours.background());
        gc.fillRectangle(getClientArea());
        MatrixLayout layout = view.layout();
        if (layout == null) {
            return;
        }
        MatrixScene scene = new MatrixScene(model, layout, options, selected, hovered, isFocusControl(), found,
            gc.getClipping());
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
            view.setFonts(fonts);
        }
    }

    private void focusChanged() {
        redraw();
        accessibility.selectionChanged();
    }

    /** Tells the listeners of a control that it has a context menu at the selected cell, when the keyboard asked for it. */
    void placeMenu(Event event) {
        if (event.detail == SWT.MENU_KEYBOARD && selected != null && order.shows(selected)) {
            Rectangle cell = view.layout().bounds(selected);
            Point at = toDisplay(cell.x + cell.width / 2, cell.y + cell.height / 2);
            event.x = at.x;
            event.y = at.y;
        }
    }
}
