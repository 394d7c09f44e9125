package dev.errata.ui.annotation.editor.image;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.graphics.Point;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.LabelClass;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.commands.RelabelHandler;
import dev.errata.ui.edit.ClassChooser;
import dev.errata.ui.edit.RecentClasses;

/** The class of what is drawn next. The keys that relabel the selected labels choose it while nothing is selected. */
public final class DrawingClass {

    private final AnnotationCanvas canvas;
    private final LabelEdits edits;
    private final Consumer<String> shown;
    private OpenDataset dataset;

    /** @param shown gets the name of the class; empty where there is none */
    public DrawingClass(AnnotationCanvas canvas, LabelEdits edits, Consumer<String> shown) {
        this.canvas = canvas;
        this.edits = edits;
        this.shown = shown;
    }

    /** Begins with the class that was used last in a dataset. */
    public void follow(OpenDataset opened) {
        dataset = opened;
        List<LabelClass> recent = RecentClasses.of(dataset).latestFirst();
        List<LabelClass> classes = dataset.document().getClasses();
        set(!recent.isEmpty() ? recent.get(0) : classes.isEmpty() ? null : classes.get(0));
    }

    private void set(LabelClass label) {
        edits.draw(label);
        shown.accept(label == null ? "" : label.getName()); //$NON-NLS-1$
    }

    /** @param location for the chooser, on the display */
    public void choose(Point location) {
        if (dataset != null) {
            ClassChooser.open(canvas.getShell(), location, dataset, this::set);
        }
    }

    /** Relabels what is selected; with nothing selected, chooses the class of what is drawn next. */
    public void relabel(ExecutionEvent event) throws ExecutionException {
        if (!edits.selected().isEmpty()) {
            new RelabelHandler().execute(event);
            return;
        }
        String number = event.getParameter(Ids.RELABEL_CLASS);
        if (number == null) {
            choose(canvas.getDisplay().getCursorLocation());
        } else if (dataset != null && Integer.parseInt(number) <= dataset.document().getClasses().size()) {
            set(dataset.labelClass(Integer.parseInt(number) - 1));
        }
    }
}
