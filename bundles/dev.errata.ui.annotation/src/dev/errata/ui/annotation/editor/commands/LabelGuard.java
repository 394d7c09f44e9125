package dev.errata.ui.annotation.editor.commands;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IHandler;
import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.ISources;

import dev.errata.dataset.VisibleText;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.scene.Shape;

/**
 * Keeps commands from labels that are locked, and from all labels where nothing may be changed now; says so, for whoever pressed
 * the key must not wonder why nothing happened.
 */
public final class LabelGuard {

    private final AnnotationCanvas canvas;
    private final Consumer<String> teller;

    /** @param teller shows a text in the status line */
    public LabelGuard(AnnotationCanvas canvas, Consumer<String> teller) {
        this.canvas = canvas;
        this.teller = teller;
    }

    /** The handler, working only on what is selected and not locked. */
    public IHandler unlocked(IHandler handler) {
        return new Guarded(handler, false);
    }

    /** The handler, working on all that is selected. */
    public IHandler lockedToo(IHandler handler) {
        return new Guarded(handler, true);
    }

    /** Whether labels may be changed here now; says so where not. */
    private boolean mayChange() {
        if (!canvas.editable()) {
            teller.accept(Messages.LabelGuard_closed);
        }
        return canvas.editable();
    }

    /** The selected annotations and predictions without those that are locked, which are told of. */
    private List<Shape> unlocked() {
        List<Shape> selected = canvas.selection();
        List<Shape> locked = selected.stream().filter(canvas.scene()::isLocked).toList();
        if (!locked.isEmpty()) {
            teller.accept(NLS.bind(Messages.LabelGuard_locked,
                VisibleText.oneLine(String.join(", ", locked.stream().map(Shape::label).distinct().toList())))); //$NON-NLS-1$
        }
        return selected.stream().filter(shape -> !locked.contains(shape)).toList();
    }

    /** Gives a handler another selection than that of the workbench. */
    private final class Guarded extends AbstractHandler {

        private final IHandler handler;
        private final boolean lockedToo;

        Guarded(IHandler handler, boolean lockedToo) {
            this.handler = handler;
            this.lockedToo = lockedToo;
        }

        @Override
        public Object execute(ExecutionEvent event) throws ExecutionException {
            if (canvas.selection().isEmpty()) {
                return handler.execute(event);
            }
            if (!mayChange()) {
                return null;
            }
            List<Shape> shapes = lockedToo ? canvas.selection() : unlocked();
            return shapes.isEmpty() ? null : handler.execute(on(event, shapes));
        }

        private static ExecutionEvent on(ExecutionEvent event, List<Shape> shapes) {
            EvaluationContext context = new EvaluationContext((IEvaluationContext) event.getApplicationContext(), shapes);
            context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME,
                new StructuredSelection(shapes.stream().map(Shape::element).toList()));
            return new ExecutionEvent(event.getCommand(), event.getParameters(), event.getTrigger(), context);
        }
    }
}
