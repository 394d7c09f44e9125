package dev.errata.ui.annotation.canvas;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.verdicts.VerdictMark;

/** Tells assistive technology about the canvas: a list whose items are the shapes. */
final class CanvasAccessibility {

    private final AnnotationCanvas canvas;

    private CanvasAccessibility(AnnotationCanvas canvas) {
        this.canvas = canvas;
    }

    static void install(AnnotationCanvas canvas) {
        CanvasAccessibility accessibility = new CanvasAccessibility(canvas);
        Accessible accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = accessibility.name(event.childID);
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = canvas.getToolTipText();
            }
        });
        accessible.addAccessibleControlListener(accessibility.new Items());
    }

    /** What a screen reader says of a shape. */
    static String describe(Shape shape) {
        Box box = shape.box();
        Object[] values = {VisibleText.oneLine(shape.label()), Math.round(box.width()), Math.round(box.height()),
            Math.round(box.x()), Math.round(box.y()), Math.round(shape.confidence() * 100)};
        return NLS.bind(shape.isPrediction() ? Messages.Accessible_prediction : Messages.Accessible_annotation, values);
    }

    private String name(int child) {
        if (child == ACC.CHILDID_SELF) {
            return NLS.bind(Messages.Accessible_canvas, canvas.scene().shapes().size(), canvas.selection().size());
        }
        List<Shape> shapes = canvas.scene().shapes();
        if (child < 0 || child >= shapes.size()) {
            return null;
        }
        Shape shape = shapes.get(child);
        VerdictKind verdict = canvas.scene().verdict(shape);
        String text = verdict == null ? describe(shape)
            : NLS.bind(Messages.Accessible_verdict, describe(shape), VerdictMark.text(verdict));
        return canvas.scene().isLocked(shape) ? NLS.bind(Messages.Accessible_locked, text) : text;
    }

    private final class Items extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = canvas.scene().shapes().size();
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            Point point = canvas.toControl(event.x, event.y);
            double density = canvas.density();
            List<Shape> hits = canvas.scene().at(canvas.viewport().imageX(point.x * density),
                canvas.viewport().imageY(point.y * density), 0);
            event.childID = hits.isEmpty() ? ACC.CHILDID_SELF : canvas.scene().shapes().indexOf(hits.get(0));
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            Rectangle area = canvas.getClientArea();
            if (event.childID >= 0 && event.childID < canvas.scene().shapes().size()) {
                Box box = canvas.scene().shapes().get(event.childID).box();
                double density = canvas.density();
                double scale = canvas.viewport().scale() / density;
                area = new Rectangle((int) (canvas.viewport().deviceX(box.x()) / density),
                    (int) (canvas.viewport().deviceY(box.y()) / density), (int) (box.width() * scale),
                    (int) (box.height() * scale));
            }
            Point origin = canvas.toDisplay(area.x, area.y);
            event.x = origin.x;
            event.y = origin.y;
            event.width = area.width;
            event.height = area.height;
        }

        @Override
        public void getSelection(AccessibleControlEvent event) {
            List<Shape> selection = canvas.selection();
            event.childID = switch (selection.size()) {
                case 0 -> ACC.CHILDID_NONE;
                case 1 -> canvas.scene().shapes().indexOf(selection.get(0));
                default -> ACC.CHILDID_MULTIPLE;
            };
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            if (!canvas.isFocusControl()) {
                event.childID = ACC.CHILDID_NONE;
            } else {
                List<Shape> selection = canvas.selection();
                event.childID = selection.isEmpty() ? ACC.CHILDID_SELF : canvas.scene().shapes().indexOf(selection.get(0));
            }
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            int state = ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE | ACC.STATE_MULTISELECTABLE;
            List<Shape> shapes = canvas.scene().shapes();
            if (event.childID >= 0 && event.childID < shapes.size() && canvas.selection().contains(shapes.get(event.childID))) {
                state |= ACC.STATE_SELECTED;
            }
            event.detail = canvas.isFocusControl() ? state | ACC.STATE_FOCUSED : state;
        }
    }
}
