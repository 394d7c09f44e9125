package dev.errata.ui.mismatch.canvas;

import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Tells a screen reader of the grid as a list whose items are the tiles. */
final class TileAccessibility {

    private final TileCanvas canvas;

    TileAccessibility(TileCanvas canvas) {
        this.canvas = canvas;
        Accessible accessible = canvas.getAccessible();
        accessible.addAccessibleListener(new Names());
        accessible.addAccessibleControlListener(new Structure());
        canvas.addListener(SWT.Selection, event -> {
            accessible.selectionChanged();
            if (canvas.selection().lead() >= 0) {
                accessible.setFocus(canvas.selection().lead());
            }
        });
    }

    /** What a screen reader says for a tile. */
    static String text(GridContent content, int tile) {
        String state = content.state(tile);
        GridContent.Mark mark = content.mark(tile);
        String spoken = content.classes(tile) + ", " + content.numbers(tile) //$NON-NLS-1$
            + (mark == null ? "" : ", " + mark.text()); //$NON-NLS-1$ //$NON-NLS-2$
        return state.isEmpty() ? spoken : spoken + ", " + state; //$NON-NLS-1$
    }

    private boolean isTile(int child) {
        return child >= 0 && child < canvas.count();
    }

    private final class Names extends AccessibleAdapter {

        @Override
        public void getName(AccessibleEvent event) {
            if (isTile(event.childID)) {
                event.result = text(canvas.content(), event.childID);
            } else if (canvas.count() == 0) {
                event.result = canvas.emptyText();
            } else {
                event.result = NLS.bind(Messages.TileCanvas_name, canvas.count());
            }
        }

        @Override
        public void getDescription(AccessibleEvent event) {
            if (isTile(event.childID)) {
                event.result = canvas.content().details(event.childID);
            }
        }
    }

    private final class Structure extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = canvas.count();
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = IntStream.range(0, canvas.count()).boxed().toArray();
        }

        @Override
        public void getChildAtPoint(AccessibleControlEvent event) {
            Point point = canvas.toControl(event.x, event.y);
            int tile = canvas.tileAt(point.x, point.y);
            event.childID = tile >= 0 ? tile : ACC.CHILDID_SELF;
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            if (isTile(event.childID)) {
                Rectangle bounds = canvas.bounds(event.childID);
                Point corner = canvas.toDisplay(bounds.x, bounds.y);
                event.x = corner.x;
                event.y = corner.y;
                event.width = bounds.width;
                event.height = bounds.height;
            }
        }

        @Override
        public void getFocus(AccessibleControlEvent event) {
            int lead = canvas.selection().lead();
            event.childID = lead >= 0 && canvas.isFocusControl() ? lead : ACC.CHILDID_SELF;
        }

        @Override
        public void getSelection(AccessibleControlEvent event) {
            int[] selected = canvas.selection().indexes();
            if (selected.length == 0) {
                event.childID = ACC.CHILDID_NONE;
            } else if (selected.length == 1) {
                event.childID = selected[0];
            } else {
                event.childID = ACC.CHILDID_MULTIPLE;
                event.children = IntStream.of(selected).boxed().toArray();
            }
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            int state = ACC.STATE_FOCUSABLE;
            if (isTile(event.childID)) {
                state |= ACC.STATE_SELECTABLE | ACC.STATE_MULTISELECTABLE;
                if (canvas.selection().isSelected(event.childID)) {
                    state |= ACC.STATE_SELECTED;
                }
                if (canvas.isFocusControl() && canvas.selection().lead() == event.childID) {
                    state |= ACC.STATE_FOCUSED;
                }
                if (!canvas.isVisible(event.childID)) {
                    state |= ACC.STATE_OFFSCREEN;
                }
            } else if (canvas.isFocusControl()) {
                state |= ACC.STATE_FOCUSED;
            }
            event.detail = state;
        }
    }
}
