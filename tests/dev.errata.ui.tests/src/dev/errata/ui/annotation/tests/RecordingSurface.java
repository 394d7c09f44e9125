package dev.errata.ui.annotation.tests;

import java.util.ArrayList;
import java.util.List;

import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Edit;
import dev.errata.ui.annotation.tools.Pointer;
import dev.errata.ui.annotation.tools.Preview;
import dev.errata.ui.annotation.tools.Surface;
import dev.errata.ui.annotation.tools.Tool;

/** A canvas without a widget: remembers what tools ask for. One image pixel is two device pixels. */
final class RecordingSurface implements Surface {

    static final double SCALE = 2;

    final List<Edit> edits = new ArrayList<>();
    Scene scene;
    Viewport viewport = new Viewport(SCALE, 0, 0, 400, 300, 200, 150);
    List<Shape> selection = List.of();
    Preview preview = Preview.NONE;
    Shape hovered;
    boolean editable = true;
    boolean finished;

    RecordingSurface(Shape... shapes) {
        scene = new Scene(200, 150, List.of(shapes));
    }

    /** At a position in image pixels. */
    static Pointer at(double x, double y) {
        return new Pointer(x * SCALE, y * SCALE, false, false);
    }

    static Pointer shiftAt(double x, double y) {
        return new Pointer(x * SCALE, y * SCALE, true, false);
    }

    static Pointer altAt(double x, double y) {
        return new Pointer(x * SCALE, y * SCALE, false, true);
    }

    static void click(Tool tool, Pointer pointer) {
        tool.pressed(pointer);
        tool.released(pointer);
    }

    static void drag(Tool tool, Pointer from, Pointer to) {
        tool.pressed(from);
        tool.dragged(new Pointer((from.x() + to.x()) / 2, (from.y() + to.y()) / 2, false, false));
        tool.dragged(to);
        tool.released(to);
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public Viewport viewport() {
        return viewport;
    }

    @Override
    public double density() {
        return 1;
    }

    @Override
    public void show(Viewport next) {
        viewport = next;
    }

    @Override
    public List<Shape> selection() {
        return selection;
    }

    @Override
    public void select(List<Shape> shapes) {
        selection = List.copyOf(shapes);
    }

    @Override
    public void hover(Shape shape) {
        hovered = shape;
    }

    @Override
    public void preview(Preview next) {
        preview = next;
    }

    @Override
    public boolean editable() {
        return editable;
    }

    @Override
    public void perform(Edit edit) {
        edits.add(edit);
    }

    @Override
    public void toolFinished() {
        finished = true;
    }
}
