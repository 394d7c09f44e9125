package dev.errata.ui.annotation.canvas;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import dev.errata.ui.ScreenZoom;
import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Edit;
import dev.errata.ui.annotation.tools.Pointer;
import dev.errata.ui.annotation.tools.Preview;
import dev.errata.ui.annotation.tools.SelectTool;
import dev.errata.ui.annotation.tools.Surface;
import dev.errata.ui.annotation.tools.Tool;

/**
 * Shows the picture and the labels of one image, and lets the tools work on them. Knows nothing of datasets: it gets a
 * {@link Scene} and asks its {@link CanvasClient} for changes. A change that the client is making is {@link #hold held} on the
 * canvas until the scene that has it arrives.
 */
public final class AnnotationCanvas extends Canvas implements Surface {

    private final CanvasClient client;
    private final ScreenZoom zoom = new ScreenZoom(this);
    private final CanvasPainter painter;
    private final PictureLayer picture;
    private final CanvasView view;
    private final ShownScene shown = new ShownScene();
    private final Nudger nudger;
    private final Peek peek;
    private final CanvasSelection selected = new CanvasSelection(shown::get);
    private Tool tool = new SelectTool(this);
    private Preview preview = Preview.NONE;
    private Shape hover;
    private Pointer pointer;
    private boolean editable;
    private String message = ""; //$NON-NLS-1$

    public AnnotationCanvas(Composite parent, CanvasClient client) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.H_SCROLL | SWT.V_SCROLL);
        this.client = client;
        picture = new PictureLayer(getDisplay(), this::redrawIfAlive);
        painter = new CanvasPainter(this, picture);
        view = new CanvasView(this, client::positionChanged);
        nudger = new Nudger(this, getDisplay());
        peek = new Peek(this);
        new CanvasInput(this, client, nudger);
        CanvasAccessibility.install(this);
        addListener(SWT.Paint, event -> painter.paint(event.gc));
        addListener(SWT.Resize, event -> view.resized());
        addListener(SWT.Dispose, event -> {
            nudger.cancel();
            picture.dispose();
        });
    }

    private void redrawIfAlive() {
        if (!isDisposed()) {
            redraw();
        }
    }

    // What is shown

    /** Shows another image: all of it, nothing selected. */
    public void open(Scene newScene) {
        nudger.cancel();
        tool.cancel();
        hover = null;
        picture.setPicture(null);
        shown.open(newScene);
        fit();
        select(List.of());
    }

    /** Shows the same image with other labels. What is selected stays so where it is still there. */
    public void update(Scene newScene) {
        boolean others = selected.follow(() -> shown.update(newScene, !picture.isEmpty()));
        if (hover != null) {
            hover = scene().find(hover.key());
        }
        redraw();
        if (others) {
            selectionChanged();
        }
    }

    /** Shows the picture below the labels; its size counts, whatever the label file says. */
    public void setPicture(ImageData data) {
        picture.setPicture(data);
        shown.resize(data.width, data.height);
        view.resizedImage(data.width, data.height);
    }

    /** @param text shown where there is no picture, for example that it is being loaded; never null */
    public void setMessage(String text) {
        message = Objects.requireNonNull(text);
        redraw();
    }

    /** What is said where there is no picture; empty for nothing. */
    public String message() {
        return message;
    }

    /** Shows changed or new shapes until {@link #release}: their change is on its way. */
    public void hold(Collection<Shape> shapes) {
        shown.hold(shapes);
        redraw();
    }

    /** Ends {@link #hold}, except for what was held anew since. */
    public void release(Collection<Shape> shapes) {
        shown.release(shapes);
        redraw();
    }

    @Override
    public Scene scene() {
        return shown.get();
    }

    @Override
    public Viewport viewport() {
        return view.viewport();
    }

    @Override
    public double density() {
        return Math.max(1, zoom.percent() / 100.0);
    }

    // The view

    @Override
    public void show(Viewport next) {
        view.show(next);
    }

    /** All of the image, also after the canvas got another size. */
    public void fit() {
        view.fit();
    }

    Box extent() {
        return shown.extent();
    }

    /** One image pixel on one device pixel. */
    public void showActualSize() {
        zoom(1 / viewport().scale());
    }

    /** Larger or smaller, at the pointer where it is over the canvas, else in the middle. */
    public void zoom(double factor) {
        double x = pointer == null ? viewport().width() / 2.0 : pointer.x();
        double y = pointer == null ? viewport().height() / 2.0 : pointer.y();
        show(viewport().zoomedAt(x, y, factor));
    }

    /** The selected shapes, with what is around them. */
    public void zoomToSelection() {
        selection().stream().map(Shape::box).reduce(Box::union).ifPresent(view::zoomTo);
    }

    // Selecting

    @Override
    public List<Shape> selection() {
        return selected.shapes();
    }

    @Override
    public void select(List<Shape> shapes) {
        nudger.flush();
        if (selected.set(shapes)) {
            redraw();
            selectionChanged();
        }
    }

    private void selectionChanged() {
        client.selectionChanged();
        getAccessible().selectionChanged();
        List<Shape> selection = selection();
        if (isFocusControl()) {
            getAccessible().setFocus(selection.isEmpty() ? ACC.CHILDID_SELF : scene().shapes().indexOf(selection.get(0)));
        }
    }

    /** Selects the object that comes after or before the selected one, in drawing order, and makes sure that it is seen. */
    public void selectNext(int step) {
        List<Shape> next = selected.next(step);
        if (!next.isEmpty()) {
            select(next);
            reveal(next.getFirst());
        }
    }

    /** Selects what comes after the one selected object, in drawing order; nothing after the last. */
    public void selectFollowing() {
        List<Shape> selection = selection();
        if (selection.size() == 1) {
            select(selected.following(selection.getFirst()));
            selection().forEach(this::reveal);
        }
    }

    public void reveal(Shape shape) {
        view.reveal(shape.box());
    }

    @Override
    public void hover(Shape shape) {
        if (!Objects.equals(hover, shape)) {
            hover = shape;
            redraw();
        }
    }

    /** The shape under the pointer that is on top, or null. */
    Shape hovered() {
        return hover;
    }

    /** All shapes under the pointer, the one on top first. */
    public List<Shape> underPointer() {
        return pointer == null ? List.of() : scene().at(pointer.imageX(viewport()), pointer.imageY(viewport()), 0);
    }

    /** Hides the selected shapes; shows all again where nothing is selected. */
    public void toggleHidden() {
        shown.hide(selected.keys());
        select(List.of());
        redraw();
    }

    /**
     * Takes all shapes away as long as a key is held, to see what is below; pressed shortly, does {@link #toggleHidden}.
     *
     * @param key that was pressed
     */
    public void peek(Event key) {
        peek.begin(key);
    }

    void endPeek() {
        peek.end();
    }

    /** Whether all shapes are taken away for a moment. */
    public boolean isPeeking() {
        return peek.isOn();
    }

    /**
     * Lets nobody change the selected shapes, nor take hold of them with the mouse, or does so again where all of them are
     * locked; unlocks everything where nothing is selected.
     */
    public void toggleLocked() {
        nudger.flush();
        shown.toggleLocked(selected.keys());
        select(List.of());
        redraw();
    }

    // Editing

    public Tool tool() {
        return tool;
    }

    public void setTool(Tool next) {
        nudger.flush();
        tool.cancel();
        tool = next;
        hover(null);
        updatePointerShape();
        client.toolChanged();
    }

    @Override
    public void toolFinished() {
        setTool(new SelectTool(this));
    }

    @Override
    public void preview(Preview next) {
        if (next != Preview.NONE || preview != Preview.NONE) {
            preview = next;
            redraw();
            client.positionChanged();
        }
    }

    public Preview preview() {
        return preview;
    }

    @Override
    public boolean editable() {
        return editable;
    }

    public void setEditable(boolean editable) {
        this.editable = editable;
        redraw();
    }

    @Override
    public void perform(Edit edit) {
        nudger.flush();
        client.perform(edit);
    }

    /** Makes changes that wait for more of the same kind, such as moving by arrow keys. */
    public void flush() {
        nudger.flush();
    }

    // The pointer

    /** Where the pointer is; null while it is elsewhere. */
    public Pointer pointer() {
        return pointer;
    }

    Pointer pointer(Event event) {
        return new Pointer(event.x * density(), event.y * density(), (event.stateMask & SWT.SHIFT) != 0,
            (event.stateMask & SWT.ALT) != 0);
    }

    void setPointer(Pointer next) {
        pointer = next;
        if (next == null) {
            hover(null);
        }
        client.positionChanged();
    }

    void updatePointerShape() {
        if (pointer != null) {
            setCursor(CanvasCursors.of(getDisplay(), tool.pointerShape(pointer)));
        }
    }

    /** Forgets colours that the theme may have changed. */
    public void themeChanged() {
        redraw();
    }
}
