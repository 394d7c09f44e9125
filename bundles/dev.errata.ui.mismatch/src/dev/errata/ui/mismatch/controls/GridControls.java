package dev.errata.ui.mismatch.controls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.menus.IMenuService;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.fields.ColourButton;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.tiles.Texts;

/** The row above the tiles: the commands on what is selected, the order, tile size and context. */
public final class GridControls {

    private static final String COMMANDS = "toolbar:dev.errata.ui.labels"; //$NON-NLS-1$
    private static final int SCALE_WIDTH = 90;

    private final ToolBarManager commands = new ToolBarManager(SWT.FLAT | SWT.HORIZONTAL);
    private final IMenuService menus;
    private final Scale size;
    private final Scale context;
    private final ColourButton colourBy;

    public GridControls(Composite parent, IWorkbenchPartSite site, Look look) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(row(true));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        menus = site.getService(IMenuService.class);
        menus.populateContributionManager(commands, COMMANDS);
        commands.createControl(row);
        order(row, look);
        size = scale(row, Messages.GridControls_size, Messages.GridControls_sizeToolTip, TileCanvas.SMALLEST_TILE,
            TileCanvas.LARGEST_TILE, look.tileSize(), look.setTileSize());
        context = scale(row, Messages.GridControls_context, Messages.GridControls_contextToolTip, 0, 100, look.context(),
            look.setContext());
        colourBy = new ColourButton(row);
        context.addListener(SWT.Selection, event -> contextToolTip());
        contextToolTip();
    }

    private static void order(Composite row, Look look) {
        Combo combo = new Combo(labelled(row, Messages.GridControls_order), SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems(look.orders().stream().map(Texts::order).toArray(String[]::new));
        combo.select(look.orders().indexOf(look.order()));
        combo.setVisibleItemCount(combo.getItemCount());
        combo.setToolTipText(Messages.GridControls_orderToolTip);
        name(combo, Messages.GridControls_order);
        combo.addListener(SWT.Selection, event -> look.setOrder().accept(look.orders().get(combo.getSelectionIndex())));
    }

    private static Scale scale(Composite row, String name, String toolTip, int from, int to, int value, IntConsumer changed) {
        Scale scale = new Scale(labelled(row, name), SWT.HORIZONTAL);
        scale.setMinimum(from);
        scale.setMaximum(to);
        scale.setSelection(value);
        scale.setIncrement(Math.max(1, (to - from) / 50));
        scale.setPageIncrement(Math.max(1, (to - from) / 10));
        scale.setToolTipText(toolTip);
        Point preferred = scale.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        scale.setLayoutData(new RowData(SCALE_WIDTH, preferred.y));
        name(scale, name);
        scale.addListener(SWT.Selection, event -> changed.accept(scale.getSelection()));
        return scale;
    }

    /** A label and what it names go to the next line together. */
    private static Composite labelled(Composite row, String name) {
        Composite pair = new Composite(row, SWT.NONE);
        RowLayout layout = row(false);
        layout.spacing = 2;
        pair.setLayout(layout);
        Label label = new Label(pair, SWT.NONE);
        label.setText(name);
        return pair;
    }

    private static RowLayout row(boolean wrap) {
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.wrap = wrap;
        layout.center = true;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        return layout;
    }

    /** The name without the colon of its label. */
    private static void name(Control control, String name) {
        AccessibleNames.set(control, name.replace(":", "")); //$NON-NLS-1$ //$NON-NLS-2$
    }

    private void contextToolTip() {
        context.setToolTipText(NLS.bind(Messages.GridControls_contextToolTip, Integer.toString(context.getSelection())));
    }

    /** The tile size was changed by other means. */
    public void showTileSize(int points) {
        size.setSelection(points);
    }

    /** Another dataset is shown; null for none. */
    public void showDataset(OpenDataset dataset) {
        colourBy.show(dataset);
    }

    public void dispose() {
        menus.releaseContributions(commands);
        commands.dispose();
    }

    /**
     * How the tiles look, and what changes it.
     *
     * @param orders the names of the orders to choose from
     * @param tileSize points
     * @param context percent of the boxes' size
     */
    public record Look(List<String> orders, String order, Consumer<String> setOrder, int tileSize, IntConsumer setTileSize,
        int context, IntConsumer setContext) {
    }
}
