package dev.errata.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.keys.IBindingService;

import dev.errata.ui.AccessibleNames;

/** Shows the keys of a part over it, until a key or the mouse is pressed. */
final class KeyOverlay extends PopupDialog {

    /** A section is about so wide, points. */
    private static final int COLUMN = 400;
    private static final int MOST_COLUMNS = 3;
    private static final int GAP = 24;
    private static final int MARGIN = 12;

    private final Control below;
    private final String title;
    private final List<KeySection> sections;
    private final IBindingService bindings;
    /** The key that opened this, as long as it is held: it comes again and again. */
    private int held;

    private KeyOverlay(Control below, String title, List<KeySection> sections, IBindingService bindings) {
        super(below.getShell(), INFOPOPUP_SHELLSTYLE, true, false, false, false, false, null, null);
        this.below = below;
        this.title = title;
        this.sections = sections;
        this.bindings = bindings;
    }

    /**
     * Opens over a control.
     *
     * @param key the key code that is held, or 0
     */
    static void open(Control below, String title, List<KeySection> sections, IBindingService bindings, int key) {
        KeyOverlay overlay = new KeyOverlay(below, title, sections, bindings);
        overlay.held = key;
        overlay.open();
    }

    @Override
    public int open() {
        int code = super.open();
        Shell shell = getShell();
        // a line around it: only after the style sheets
        shell.setBackground(shell.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        // no command may get the key that closes this
        bindings.setKeyFilterEnabled(false);
        Listener pressed = this::pressed;
        Listener released = event -> held = event.keyCode == held ? 0 : held;
        below.getDisplay().addFilter(SWT.KeyDown, pressed);
        below.getDisplay().addFilter(SWT.KeyUp, released);
        shell.addListener(SWT.Dispose, event -> {
            event.display.removeFilter(SWT.KeyDown, pressed);
            event.display.removeFilter(SWT.KeyUp, released);
            bindings.setKeyFilterEnabled(true);
        });
        return code;
    }

    private void pressed(Event event) {
        event.doit = false;
        boolean modifier = (event.keyCode & SWT.MODIFIER_MASK) != 0 && (event.keyCode & ~SWT.MODIFIER_MASK) == 0;
        if (!modifier && event.keyCode != held) {
            close();
        }
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(shell);
    }

    /** In the middle of the window, on the screen. */
    @Override
    protected Point getInitialLocation(Point size) {
        Rectangle window = below.getShell().getBounds();
        Rectangle screen = below.getMonitor().getClientArea();
        return new Point(inside(window.x + (window.width - size.x) / 2, screen.x, screen.width - size.x),
            inside(window.y + (window.height - size.y) / 2, screen.y, screen.height - size.y));
    }

    private static int inside(int wanted, int start, int room) {
        return Math.max(start, Math.min(wanted, start + room));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        List<List<KeySection>> columns = columns();
        GridLayoutFactory.swtDefaults().numColumns(columns.size()).margins(MARGIN, MARGIN).spacing(GAP, 4)
            .applyTo(area);
        Label heading = new Label(area, SWT.NONE);
        heading.setText(escaped(title));
        heading.setFont(JFaceResources.getBannerFont());
        GridDataFactory.fillDefaults().span(columns.size(), 1).applyTo(heading);
        for (List<KeySection> column : columns) {
            Composite block = new Composite(area, SWT.NONE);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(block);
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 2).applyTo(block);
            column.forEach(section -> fill(block, section));
        }
        boolean grey = sections.stream().flatMap(section -> section.rows().stream()).anyMatch(row -> !row.possible());
        Label foot = new Label(area, SWT.NONE);
        foot.setText(grey ? Messages.Keys_notNow + '\n' + Messages.Keys_close : Messages.Keys_close);
        GridDataFactory.fillDefaults().span(columns.size(), 1).indent(0, 8).applyTo(foot);
        AccessibleNames.set(area, spoken());
        return area;
    }

    private static void fill(Composite block, KeySection section) {
        Label heading = new Label(block, SWT.NONE);
        heading.setText(escaped(section.title()));
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 8).applyTo(heading);
        for (KeyRow row : section.rows()) {
            Label keys = new Label(block, SWT.NONE);
            keys.setText(escaped(row.keys()));
            keys.setEnabled(row.possible());
            Label effect = new Label(block, SWT.NONE);
            effect.setText(escaped(row.effect()));
            effect.setEnabled(row.possible());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(effect);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** The sections in their order, in columns that are about equally long. */
    private List<List<KeySection>> columns() {
        int count = Math.clamp(below.getShell().getSize().x / COLUMN, 1, MOST_COLUMNS);
        int rows = sections.stream().mapToInt(KeyOverlay::height).sum();
        List<List<KeySection>> columns = new ArrayList<>();
        int before = 0;
        for (KeySection section : sections) {
            // a section stands where its middle is
            int column = Math.min(count - 1, count * (before + height(section) / 2) / rows);
            while (columns.size() <= column && (columns.isEmpty() || !columns.getLast().isEmpty())) {
                columns.add(new ArrayList<>());
            }
            columns.getLast().add(section);
            before += height(section);
        }
        return columns;
    }

    private static int height(KeySection section) {
        return section.rows().size() + 2;
    }

    /** What a screen reader says. */
    private String spoken() {
        return title + sections.stream().map(section -> '\n' + section.spoken()).collect(Collectors.joining())
            + '\n' + Messages.Keys_close;
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        closeByMouse(contents);
        return contents;
    }

    private void closeByMouse(Control control) {
        control.addListener(SWT.MouseDown, event -> close());
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                closeByMouse(child);
            }
        }
    }
}
