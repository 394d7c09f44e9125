package dev.errata.ui.annotation.tests;

import static dev.errata.ui.annotation.tests.RecordingSurface.altAt;
import static dev.errata.ui.annotation.tests.RecordingSurface.at;
import static dev.errata.ui.annotation.tests.RecordingSurface.click;
import static dev.errata.ui.annotation.tests.RecordingSurface.drag;
import static dev.errata.ui.annotation.tests.RecordingSurface.shiftAt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.DrawBoxTool;
import dev.errata.ui.annotation.tools.Edit;
import dev.errata.ui.annotation.tools.Moves;
import dev.errata.ui.annotation.tools.PanTool;
import dev.errata.ui.annotation.tools.PointerShape;
import dev.errata.ui.annotation.tools.PolygonTool;
import dev.errata.ui.annotation.tools.Preview;
import dev.errata.ui.annotation.tools.SelectTool;
import dev.errata.ui.annotation.tools.Tool;
import dev.errata.ui.annotation.tools.ZoomBoxTool;

class ToolsTest {

    private static final Shape LARGE = Shapes.annotation(1, 20, 20, 80, 80);
    private static final Shape SMALL = Shapes.annotation(2, 40, 40, 20, 20);
    private static final Shape PREDICTED = Shapes.prediction(3, 120, 20, 40, 40);

    private static Box reshaped(RecordingSurface surface) {
        assertEquals(1, surface.edits.size());
        return assertInstanceOf(Edit.Reshape.class, surface.edits.get(0)).changed().get(0).box();
    }

    @Test
    void aClickSelectsTheSmallestAndTheNextClickWhatLiesBelow() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL);
        Tool tool = new SelectTool(surface);
        click(tool, at(50, 50));
        assertEquals(List.of(SMALL), surface.selection);
        click(tool, at(50, 50));
        assertEquals(List.of(LARGE), surface.selection);
        click(tool, at(50, 50));
        assertEquals(List.of(SMALL), surface.selection);
        click(tool, at(150, 140));
        assertEquals(List.of(), surface.selection);
        assertTrue(surface.edits.isEmpty());
    }

    @Test
    void lockedShapesLetTheMouseThroughAndStayWhereTheyAre() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL);
        surface.scene = surface.scene.locked(Set.of(SMALL.key()));
        Tool tool = new SelectTool(surface);
        click(tool, at(50, 50));
        assertEquals(List.of(LARGE), surface.selection);
        drag(tool, at(10, 10), at(110, 110));
        assertEquals(List.of(LARGE), surface.selection, "in a band either");
        surface.selection = List.of(SMALL);
        drag(tool, at(50, 50), at(60, 60));
        assertEquals(List.of(LARGE), surface.selection, "what lies below is taken");
        assertEquals(new Box(30, 30, 80, 80), reshaped(surface));
        surface.selection = List.of(SMALL);
        assertNull(SelectTool.handled(surface), "no handles");
        surface.selection = List.of(SMALL, LARGE);
        drag(tool, at(25, 25), at(40, 25));
        assertEquals(List.of(LARGE), assertInstanceOf(Edit.Reshape.class, surface.edits.get(1)).changed(),
            "of several selected ones the others move");
        surface.scene = surface.scene.locked(Set.of());
        surface.selection = List.of();
        click(tool, at(50, 50));
        assertEquals(List.of(SMALL), surface.selection);
    }

    @Test
    void shiftAddsAndRemoves() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL, PREDICTED);
        Tool tool = new SelectTool(surface);
        click(tool, at(50, 50));
        click(tool, shiftAt(130, 30));
        assertEquals(List.of(SMALL, PREDICTED), surface.selection);
        click(tool, shiftAt(130, 30));
        assertEquals(List.of(SMALL), surface.selection);
    }

    @Test
    void aBandSelectsWhatIsCompletelyInside() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL, PREDICTED);
        drag(new SelectTool(surface), at(10, 10), at(110, 110));
        assertEquals(List.of(LARGE, SMALL), surface.selection);
    }

    @Test
    void draggingMovesByWholePixels() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL);
        drag(new SelectTool(surface), at(50, 50), at(55.4, 61.7));
        assertEquals(new Box(45, 52, 20, 20), reshaped(surface));
        assertSame(Preview.NONE, surface.preview);
    }

    @Test
    void movingStopsAtTheEdgeOfTheImage() {
        RecordingSurface surface = new RecordingSurface(SMALL);
        drag(new SelectTool(surface), at(50, 50), at(-100, 50));
        assertEquals(new Box(0, 40, 20, 20), reshaped(surface));
    }

    @Test
    void aBoxThatIsOutsideAlreadyIsKeptThere() {
        Shape outside = Shapes.annotation(1, -30, 50, 60, 20);
        Box image = new Box(0, 0, 200, 150);
        assertEquals(new Box(-30, 60, 60, 20), Moves.move(List.of(outside), -20, 10, image).get(0).box());
        assertEquals(new Box(-10, 50, 60, 20), Moves.move(List.of(outside), 20, 0, image).get(0).box());
    }

    @Test
    void severalMoveTogetherAsFarAsEachMay() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL);
        surface.selection = List.of(LARGE, SMALL);
        drag(new SelectTool(surface), at(50, 50), at(10, 50));
        List<Shape> changed = ((Edit.Reshape) surface.edits.get(0)).changed();
        assertEquals(new Box(0, 20, 80, 80), changed.get(0).box());
        assertEquals(new Box(20, 40, 20, 20), changed.get(1).box());
    }

    @Test
    void aHandleResizesTheSelectedBox() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL);
        surface.selection = List.of(SMALL);
        SelectTool tool = new SelectTool(surface);
        assertEquals(PointerShape.NORTH_WEST_SOUTH_EAST, tool.pointerShape(at(60, 60)));
        drag(tool, at(60, 60), at(90, 70));
        assertEquals(new Box(40, 40, 50, 30), reshaped(surface));
    }

    @Test
    void nothingChangesWhereLabelsMayNotBeEdited() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL);
        surface.editable = false;
        surface.selection = List.of(SMALL);
        drag(new SelectTool(surface), at(60, 60), at(90, 70));
        drag(new SelectTool(surface), at(50, 50), at(90, 70));
        drag(new DrawBoxTool(surface), at(110, 110), at(130, 130));
        assertTrue(surface.edits.isEmpty());
    }

    @Test
    void predictionsAreSelectedButNotMoved() {
        RecordingSurface surface = new RecordingSurface(PREDICTED);
        drag(new SelectTool(surface), at(130, 30), at(100, 60));
        assertEquals(List.of(PREDICTED), surface.selection);
        assertTrue(surface.edits.isEmpty());
    }

    @Test
    void escapeTakesADragBack() {
        RecordingSurface surface = new RecordingSurface(SMALL);
        SelectTool tool = new SelectTool(surface);
        tool.pressed(at(50, 50));
        tool.dragged(at(80, 80));
        assertEquals(new Box(70, 70, 20, 20), surface.preview.changed().get(0).box());
        assertTrue(tool.cancel());
        tool.dragged(at(90, 90));
        tool.released(at(90, 90));
        assertTrue(surface.edits.isEmpty());
        assertSame(Preview.NONE, surface.preview);
    }

    @Test
    void aNewBoxHasWholePixelsInsideTheImage() {
        RecordingSurface surface = new RecordingSurface();
        drag(new DrawBoxTool(surface), at(180.3, 100.2), at(260, 120.8));
        assertEquals(new Edit.Draw(new Box(180, 100, 20, 21), List.of()), surface.edits.get(0));
        assertTrue(surface.finished);
    }

    @Test
    void aClickDrawsNoBox() {
        RecordingSurface surface = new RecordingSurface();
        click(new DrawBoxTool(surface), at(50, 50));
        assertTrue(surface.edits.isEmpty());
        assertFalse(surface.finished);
    }

    @Test
    void anOutlineIsClosedAtItsFirstPoint() {
        RecordingSurface surface = new RecordingSurface();
        PolygonTool tool = new PolygonTool(surface);
        click(tool, at(10, 10));
        click(tool, at(50, 10));
        click(tool, at(300, 40));
        click(tool, at(11, 10.5));
        Edit.Draw draw = assertInstanceOf(Edit.Draw.class, surface.edits.get(0));
        assertArrayEquals(new double[] {10, 10, 50, 10, 200, 40}, draw.polygons().get(0));
        assertEquals(new Box(10, 10, 190, 30), draw.box());
        assertTrue(surface.finished);
    }

    @Test
    void aDoubleClickClosesAnOutlineWithoutDoublingItsLastPoint() {
        RecordingSurface surface = new RecordingSurface();
        PolygonTool tool = new PolygonTool(surface);
        click(tool, at(10, 10));
        click(tool, at(50, 10));
        click(tool, at(50, 40));
        tool.pressed(at(50, 40));
        tool.doubleClicked(at(50, 40));
        tool.released(at(50, 40));
        assertEquals(6, ((Edit.Draw) surface.edits.get(0)).polygons().get(0).length);
        assertEquals(1, surface.edits.size());
    }

    @Test
    void backspaceTakesBackAPointAndEscapeAll() {
        RecordingSurface surface = new RecordingSurface();
        PolygonTool tool = new PolygonTool(surface);
        click(tool, at(10, 10));
        click(tool, at(50, 10));
        click(tool, at(50, 40));
        assertTrue(tool.stepBack());
        assertFalse(tool.complete());
        assertTrue(tool.cancel());
        assertFalse(tool.cancel());
        assertTrue(surface.edits.isEmpty());
    }

    @Test
    void verticesAreDraggedMadeAndRemoved() {
        Shape outline = Shapes.polygon(1, 20, 20, 100, 20, 100, 100);
        RecordingSurface surface = new RecordingSurface(outline);
        surface.selection = List.of(outline);
        SelectTool tool = new SelectTool(surface);
        drag(tool, at(100, 20), at(110, 30));
        drag(tool, at(60, 20), at(60, 5));
        assertArrayEquals(new double[] {20, 20, 110, 30, 100, 100}, polygon(surface, 0));
        // limits: the outline's own bounds and the image
        assertArrayEquals(new double[] {20, 20, 60, 5, 100, 20, 100, 100}, polygon(surface, 1));
        click(tool, altAt(100, 100));
        assertEquals(2, surface.edits.size());
        Shape four = Shapes.polygon(1, 20, 20, 100, 20, 100, 100, 20, 100);
        RecordingSurface other = new RecordingSurface(four);
        other.selection = List.of(four);
        click(new SelectTool(other), altAt(100, 100));
        assertArrayEquals(new double[] {20, 20, 100, 20, 20, 100}, polygon(other, 0));
    }

    private static double[] polygon(RecordingSurface surface, int edit) {
        return ((Edit.Reshape) surface.edits.get(edit)).changed().get(0).polygons().get(0);
    }

    @Test
    void aDoubleClickOnAnEdgeMakesAVertex() {
        Shape outline = Shapes.polygon(1, 20, 20, 100, 20, 100, 100);
        RecordingSurface surface = new RecordingSurface(outline);
        surface.selection = List.of(outline);
        new SelectTool(surface).doubleClicked(at(40, 20));
        assertArrayEquals(new double[] {20, 20, 40, 20, 100, 20, 100, 100}, polygon(surface, 0));
    }

    @Test
    void panningFollowsThePointer() {
        RecordingSurface surface = new RecordingSurface();
        PanTool tool = new PanTool(surface);
        tool.pressed(at(50, 50));
        tool.dragged(at(60, 45));
        assertEquals(-10, surface.viewport.left());
        assertEquals(5, surface.viewport.top());
        assertTrue(tool.cancel());
        assertEquals(0, surface.viewport.left());
    }

    @Test
    void zoomToBoxShowsTheBox() {
        RecordingSurface surface = new RecordingSurface();
        drag(new ZoomBoxTool(surface), at(40, 30), at(80, 60));
        assertTrue(surface.viewport.visible().grown(1e-6).contains(new Box(40, 30, 40, 30)));
        assertEquals(10, surface.viewport.scale(), 1e-9);
        assertTrue(surface.finished);
    }

    @Test
    void thePointerShowsWhatIsUnderIt() {
        RecordingSurface surface = new RecordingSurface(LARGE, SMALL);
        SelectTool tool = new SelectTool(surface);
        tool.moved(at(50, 50));
        assertEquals(SMALL, surface.hovered);
        tool.moved(at(180, 140));
        assertEquals(null, surface.hovered);
        assertEquals(PointerShape.ARROW, tool.pointerShape(at(50, 50)));
        surface.selection = List.of(SMALL);
        assertEquals(PointerShape.MOVE, tool.pointerShape(at(50, 50)));
    }
}
