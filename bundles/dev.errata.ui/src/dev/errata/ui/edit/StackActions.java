package dev.errata.ui.edit;

import java.util.EventObject;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.jface.action.Action;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.actions.ActionFactory;

import dev.errata.dataset.OpenDataset;

/**
 * Undo and redo of one part. Editors of one kind share their action bars, so the actions are put there each time that
 * the part is activated.
 */
final class StackActions implements DatasetCommands.UndoRedo, CommandStackListener, IPartListener2 {

    private final IWorkbenchPartSite site;
    private final StackAction undo = new StackAction(Messages.DatasetCommands_undo, Messages.DatasetCommands_undoNone,
        CommandStack::canUndo, CommandStack::getUndoCommand, DatasetCommands::undo);
    private final StackAction redo = new StackAction(Messages.DatasetCommands_redo, Messages.DatasetCommands_redoNone,
        CommandStack::canRedo, CommandStack::getRedoCommand, DatasetCommands::redo);
    private OpenDataset dataset;
    private boolean closed;

    StackActions(IWorkbenchPartSite site, OpenDataset dataset) {
        this.site = site;
        site.getPage().addPartListener(this);
        setDataset(dataset);
        putIntoBars();
    }

    @Override
    public void setDataset(OpenDataset next) {
        if (dataset != null) {
            dataset.commandStack().removeCommandStackListener(this);
        }
        dataset = closed ? null : next;
        if (dataset != null) {
            dataset.commandStack().addCommandStackListener(this);
        }
        update();
    }

    @Override
    public void commandStackChanged(EventObject event) {
        Display display = site.getWorkbenchWindow().getWorkbench().getDisplay();
        if (!display.isDisposed()) {
            display.asyncExec(this::update);
        }
    }

    private void update() {
        undo.update();
        redo.update();
    }

    private void putIntoBars() {
        IActionBars bars = bars();
        if (bars != null) {
            bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
            bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
            bars.updateActionBars();
        }
    }

    private IActionBars bars() {
        if (site instanceof IViewSite view) {
            return view.getActionBars();
        }
        return site instanceof IEditorSite editor ? editor.getActionBars() : null;
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == site.getPart()) {
            putIntoBars();
            update();
        }
    }

    @Override
    public void close() {
        closed = true;
        setDataset(null);
        site.getPage().removePartListener(this);
    }

    /** One of the two directions. */
    private final class StackAction extends Action {

        private final String pattern;
        private final String none;
        private final Predicate<CommandStack> possible;
        private final Function<CommandStack, Command> next;
        private final BiConsumer<OpenDataset, String> effect;

        StackAction(String pattern, String none, Predicate<CommandStack> possible, Function<CommandStack, Command> next,
            BiConsumer<OpenDataset, String> effect) {
            super(none);
            this.pattern = pattern;
            this.none = none;
            this.possible = possible;
            this.next = next;
            this.effect = effect;
        }

        void update() {
            boolean enabled = dataset != null && possible.test(dataset.commandStack());
            Command command = enabled ? next.apply(dataset.commandStack()) : null;
            setText(command == null ? none : NLS.bind(pattern, command.getLabel()));
            setEnabled(enabled);
        }

        @Override
        public void run() {
            if (dataset != null) {
                effect.accept(dataset, getText());
            }
        }
    }
}
