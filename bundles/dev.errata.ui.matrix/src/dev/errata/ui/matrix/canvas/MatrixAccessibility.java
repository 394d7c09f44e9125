package dev.errata.ui.matrix.canvas;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleTableAdapter;
import org.eclipse.swt.accessibility.AccessibleTableCellAdapter;
import org.eclipse.swt.accessibility.AccessibleTableCellEvent;
import org.eclipse.swt.accessibility.AccessibleTableEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;

/**
 * The matrix as a table for screen readers. A million cells are not a million objects: there is one accessible object, for the
 * cell that was asked for last, and the table's value says what the selected cell holds.
 */
final class MatrixAccessibility {

    private final MatrixCanvas canvas;
    private final Accessible table;
    private Accessible cell;
    private ClassPair asked;

    MatrixAccessibility(MatrixCanvas canvas) {
        this.canvas = canvas;
        table = canvas.getAccessible();
        table.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = CellWords.matrix(canvas.model());
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = selectedText();
            }

            @Override
            public void getHelp(AccessibleEvent event) {
                ClassPair pair = canvas.selected();
                event.result = pair == null ? null : CellWords.details(canvas.model(), pair);
            }
        });
        table.addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABLE;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = selectedText();
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | (canvas.isFocusControl() ? ACC.STATE_FOCUSED : 0);
            }

            @Override
            public void getFocus(AccessibleControlEvent event) {
                event.childID = ACC.CHILDID_SELF;
            }
        });
        table.addAccessibleTableListener(new TableListener());
    }

    private String selectedText() {
        ClassPair pair = canvas.selected();
        return pair == null || canvas.model() == null ? null : CellWords.spoken(canvas.model(), pair);
    }

    void modelChanged() {
        table.sendEvent(ACC.EVENT_TABLE_CHANGED, new int[] {ACC.INSERT, 0, size(), 0, size()});
    }

    void selectionChanged() {
        if (canvas.isFocusControl() && canvas.selected() != null) {
            table.sendEvent(ACC.EVENT_VALUE_CHANGED, new Object[] {null, selectedText()});
            table.sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
            table.selectionChanged();
            table.setFocus(ACC.CHILDID_SELF);
        }
    }

    private int size() {
        MatrixModel model = canvas.model();
        return model == null ? 0 : model.size();
    }

    private Accessible cellAt(int row, int column) {
        if (row < 0 || column < 0 || row >= size() || column >= size()) {
            return null;
        }
        ClassPair pair = new ClassPair(row, column);
        if (cell == null) {
            cell = new Accessible(table);
            cell.addAccessibleListener(new AccessibleAdapter() {
                @Override
                public void getName(AccessibleEvent event) {
                    event.result = contains() ? CellWords.spoken(canvas.model(), asked) : null;
                }
            });
            cell.addAccessibleControlListener(new CellListener());
            cell.addAccessibleTableCellListener(new PositionListener());
        }
        asked = pair;
        return cell;
    }

    private boolean contains() {
        return canvas.model() != null && asked != null && canvas.model().contains(asked);
    }

    /** The shape of the table and what is selected in it. */
    private final class TableListener extends AccessibleTableAdapter {

        @Override
        public void getRowCount(AccessibleTableEvent event) {
            event.count = size();
        }

        @Override
        public void getColumnCount(AccessibleTableEvent event) {
            event.count = size();
        }

        @Override
        public void getRowDescription(AccessibleTableEvent event) {
            event.result = event.row < size() ? CellWords.row(canvas.model(), event.row) : null;
        }

        @Override
        public void getColumnDescription(AccessibleTableEvent event) {
            event.result = event.column < size() ? CellWords.column(canvas.model(), event.column) : null;
        }

        @Override
        public void getCell(AccessibleTableEvent event) {
            event.accessible = cellAt(event.row, event.column);
        }

        @Override
        public void getSelectedCellCount(AccessibleTableEvent event) {
            event.count = canvas.selected() == null ? 0 : 1;
        }

        @Override
        public void getSelectedCells(AccessibleTableEvent event) {
            ClassPair pair = canvas.selected();
            event.accessibles = pair == null ? new Accessible[0]
                : new Accessible[] {cellAt(pair.groundTruth(), pair.predicted())};
        }
    }

    /** Role and place of the one cell. */
    private final class CellListener extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = ACC.ROLE_TABLECELL;
        }

        @Override
        public void getValue(AccessibleControlEvent event) {
            event.result = contains() ? CellWords.spoken(canvas.model(), asked) : null;
        }

        @Override
        public void getState(AccessibleControlEvent event) {
            event.detail = ACC.STATE_SELECTABLE | (asked.equals(canvas.selected()) ? ACC.STATE_SELECTED : 0);
        }

        @Override
        public void getLocation(AccessibleControlEvent event) {
            if (contains() && canvas.cells() != null) {
                Rectangle bounds = canvas.cells().bounds(asked);
                Point corner = canvas.toDisplay(bounds.x, bounds.y);
                event.x = corner.x;
                event.y = corner.y;
                event.width = bounds.width;
                event.height = bounds.height;
            }
        }
    }

    /** Where the one cell stands in the table. */
    private final class PositionListener extends AccessibleTableCellAdapter {

        @Override
        public void getRowIndex(AccessibleTableCellEvent event) {
            event.index = asked.groundTruth();
        }

        @Override
        public void getColumnIndex(AccessibleTableCellEvent event) {
            event.index = asked.predicted();
        }

        @Override
        public void getTable(AccessibleTableCellEvent event) {
            event.accessible = table;
        }

        @Override
        public void isSelected(AccessibleTableCellEvent event) {
            event.isSelected = asked.equals(canvas.selected());
        }
    }
}
