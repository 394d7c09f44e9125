package dev.errata.ui.annotation.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.eclipse.core.commands.IHandler;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IEvaluationService;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;
import dev.errata.ui.FocusContext;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.SavedEditorPart;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.canvas.CanvasClient;
import dev.errata.ui.annotation.editor.commands.AdvanceAfter;
import dev.errata.ui.annotation.editor.commands.CanvasCommands;
import dev.errata.ui.annotation.editor.commands.CanvasTools;
import dev.errata.ui.annotation.editor.commands.EditorKeys;
import dev.errata.ui.annotation.editor.commands.LabelGuard;
import dev.errata.ui.annotation.editor.controls.EditorHeader;
import dev.errata.ui.annotation.editor.controls.LabelsPanel;
import dev.errata.ui.annotation.editor.controls.PanelActions;
import dev.errata.ui.annotation.editor.controls.SidePanel;
import dev.errata.ui.annotation.editor.controls.StatusText;
import dev.errata.ui.annotation.editor.controls.TaskBar;
import dev.errata.ui.annotation.editor.image.DrawingClass;
import dev.errata.ui.annotation.editor.image.ImageDisplay;
import dev.errata.ui.annotation.editor.image.LabelEdits;
import dev.errata.ui.annotation.editor.image.LabelFeed;
import dev.errata.ui.annotation.editor.route.Route;
import dev.errata.ui.annotation.editor.route.Stops.Stop;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Edit;
import dev.errata.ui.commands.DeleteAnnotationHandler;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.commands.RelabelToPredictedHandler;
import dev.errata.ui.commands.RunnableHandler;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.keys.KeyHelp;
import dev.errata.ui.keys.KeyPage;
import dev.errata.ui.selection.PartSelection;

/**
 * Shows the images of a dataset or the tasks of a batch one after another and changes their labels. Changes of a task are drafts
 * until the task is accepted; others take effect at once. There is nothing to save: every change is on disk before it is shown
 * as done, and is undone in one history with all other parts.
 * <p>
 * Keys of the canvas, where they differ from tool to tool in this field: D and A (or Page Down and Page Up, or Right and Left
 * while nothing is selected) go to the next and previous image; P accepts the selected prediction or the one under the pointer,
 * as it does in the mismatch grid; O changes which predictions are shown.
 */
public final class AnnotationEditor extends SavedEditorPart implements CanvasClient, ImageDisplay.Frame,
    IPersistableEditor {

    private final PartSelection selection = new PartSelection(PlatformUI.getWorkbench().getDisplay(),
        other -> this.selection.select(other));
    private final Consumer<Optional<OpenDataset>> datasetsListener = active -> datasetsChanged();
    private final IPropertyChangeListener themeListener = event -> this.canvas.redraw();
    private final Route route = new Route();
    private EditorHeader header;
    private TaskBar taskBar;
    private AnnotationCanvas canvas;
    private SidePanel side;
    private LabelsPanel panel;
    private CanvasCommands commands;
    private LabelEdits edits;
    private DrawingClass drawing;
    private AdvanceAfter advance;
    private DatasetCommands.UndoRedo undoRedo;
    private ImageDisplay display;
    private OpenDataset dataset;
    /** What the status line said last of the pointer and of what is selected. */
    private String position = ""; //$NON-NLS-1$

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof AnnotationEditorInput)) {
            throw new PartInitException(input.getClass().getName());
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        site.setSelectionProvider(selection);
    }

    private AnnotationEditorInput input() {
        return (AnnotationEditorInput) getEditorInput();
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        header = new EditorHeader(parent, getSite());
        taskBar = new TaskBar(parent, this::execute, this::comment, this::setFocus);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        canvas = new AnnotationCanvas(sash, this);
        edits = new LabelEdits(canvas, getPartName());
        KeyHelp.install(canvas, EditorKeys.page(), getSite());
        display = new ImageDisplay(canvas, edits, this);
        PanelActions asked = new PanelActions(canvas, display, edits);
        side = new SidePanel(sash, asked, display.overlay(), display.confidence());
        panel = side.labels();
        drawing = new DrawingClass(canvas, edits, side::setDrawingClass);
        asked.setDrawingClass(drawing);
        sash.setWeights(76, 24);
        sash.addListener(SWT.Resize, event -> SidePanel.leaveRoom(sash));
        FocusContext.follow(canvas, getSite(), Ids.CANVAS_CONTEXT);
        FocusContext.follow(panel.list(), getSite(), Ids.CANVAS_CONTEXT);
        MenuManager menu = new MenuManager();
        canvas.setMenu(menu.createContextMenu(canvas));
        getEditorSite().registerContextMenu(CanvasCommands.PREFIX + "editor", menu, selection, false); //$NON-NLS-1$
        commands = new CanvasCommands(getSite());
        addCommands();
        commands.refresh();
        advance = new AdvanceAfter(getSite(), canvas::flush, canvas::selectFollowing);
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeListener);
        OpenDatasets.get().addActiveListener(datasetsListener);
        openDataset();
    }

    // The dataset

    private void openDataset() {
        canvas.setMessage(Messages.Editor_opening);
        CompletableFuture<OpenDataset> opening = OpenDatasets.get().find(input().folder())
            .map(CompletableFuture::completedFuture).orElseGet(() -> OpenDatasets.get().open(input().folder()));
        opening.whenComplete((opened, failure) -> {
            if (canvas.isDisposed()) {
                return;
            }
            if (failure != null) {
                canvas.setMessage(NLS.bind(Messages.Editor_closed, input().folder()));
            } else {
                opened(opened);
            }
        });
    }

    private void opened(OpenDataset opened) {
        dataset = opened;
        undoRedo = DatasetCommands.installUndoRedo(getSite(), dataset);
        drawing.follow(dataset);
        if (route.follow(dataset, input().batch())) {
            load();
        } else {
            canvas.setMessage(input().batch().isEmpty() ? Messages.Editor_empty : Messages.Editor_emptyBatch);
        }
    }

    private void datasetsChanged() {
        if (dataset != null && OpenDatasets.get().find(input().folder()).isEmpty()) {
            getSite().getPage().closeEditor(this, false);
        }
    }

    // Going from image to image

    /** Goes to an image or a task; shows the first of some objects selected and large. */
    void open(Stop next, List<Shape.Key> objects) {
        if (display.isAt(next)) {
            display.focusHere(objects);
            return;
        }
        route.goTo(next);
        display.focus(objects);
        if (dataset != null) {
            load();
        }
    }

    @Override
    public void navigate(int step) {
        if (route.isKnown()) {
            route.at(step).ifPresentOrElse(next -> open(next, List.of()), canvas.getDisplay()::beep);
        }
    }

    /** Goes on without a decision, from task to task that waits for the same. */
    private void skip() {
        TaskState state = display.shown().state();
        if (state == null || state == TaskState.ACCEPTED) {
            navigate(1);
        } else {
            route.nextWaitingLike(state).ifPresentOrElse(next -> open(next, List.of()), canvas.getDisplay()::beep);
        }
    }

    private void load() {
        display.load(dataset, route.stop());
        header.setPosition(route.position());
        route.at(1).ifPresent(next -> display.prepare(next.image()));
    }

    @Override
    public void show(LabelFeed.Delivery delivery, Task task) {
        header.setPosition(route.position());
        taskBar.show(task, delivery.request());
        side.showColours(dataset, delivery.bands());
        panel.show(delivery.scene(), canvas.selection());
    }

    @Override
    public void shown(TaskState before, TaskState now) {
        selectionChanged();
        getSite().getService(IEvaluationService.class).requestEvaluation("dev.errata.ui.taskState"); //$NON-NLS-1$
        if (before != null && now != before && advance.wanted(now)) {
            route.nextWaitingLike(now == TaskState.SUBMITTED ? TaskState.OPEN : TaskState.SUBMITTED)
                .ifPresent(next -> open(next, List.of()));
        }
    }

    @Override
    public void showError(String text) {
        getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(text);
    }

    @Override
    public void perform(Edit edit) {
        edits.perform(edit);
    }

    private void comment(String text) {
        Task about = display.shown().task();
        if (about != null) {
            DatasetCommands.run(dataset, Messages.Editor_comment, () -> Review.of(dataset).comment(about, text));
        }
    }

    // Commands and keys

    private void addCommands() {
        CanvasTools.install(commands, canvas);
        commands.on(CanvasCommands.DUPLICATE, edits::duplicate);
        for (Control labels : List.of(canvas, panel.list())) {
            // in a field of the editor they are for its text
            IHandlerService handlers = getSite().getService(IHandlerService.class);
            RunnableHandler.whileFocused(labels, handlers, IWorkbenchCommandConstants.EDIT_COPY, edits::copy);
            RunnableHandler.whileFocused(labels, handlers, IWorkbenchCommandConstants.EDIT_PASTE, edits::paste);
        }
        commands.on(CanvasCommands.OVERLAY, () -> {
            display.showPredictions(display.overlay().next(), display.confidence());
            side.setOverlay(display.overlay());
        });
        LabelGuard guard = new LabelGuard(canvas, this::showError);
        for (String delete : List.of(Ids.DELETE_ANNOTATION, IWorkbenchCommandConstants.EDIT_DELETE)) {
            commands.on(delete, guard.unlocked(new DeleteAnnotationHandler()));
        }
        commands.on(CanvasCommands.DELETE_LOCKED, guard.lockedToo(new DeleteAnnotationHandler()));
        commands.on(Ids.NEXT_TASK, () -> navigate(1));
        commands.on(Ids.PREVIOUS_TASK, () -> navigate(-1));
        commands.on(Ids.SKIP, this::skip);
        commands.on(Ids.ACCEPT_PREDICTION, edits::acceptPrediction);
        commands.on(Ids.RELABEL, guard.unlocked(CanvasCommands.handler(drawing::relabel)));
        IHandler relabel = guard.unlocked(new RelabelToPredictedHandler());
        commands.on(Ids.RELABEL_TO_PREDICTED, CanvasCommands.handler(event -> {
            if (!canvas.tool().complete()) {
                relabel.execute(event);
            }
        }));
    }

    private void execute(String command) {
        CanvasCommands.execute(getSite(), command);
    }

    // What the canvas tells

    @Override
    public void selectionChanged() {
        List<Shape> shapes = canvas.selection();
        panel.select(shapes);
        if (!shapes.isEmpty()) {
            showError(null);
        }
        List<Object> elements = shapes.stream().map(Shape::element).toList();
        selection.select(new StructuredSelection(elements.isEmpty() ? display.shown().whole() : elements));
        positionChanged();
    }

    @Override
    public void toolChanged() {
        if (commands != null) {
            commands.refresh();
        }
    }

    @Override
    public void positionChanged() {
        if (canvas != null && getSite().getPage().getActivePart() == this) {
            String text = StatusText.of(canvas);
            if (!text.equals(position)) {
                // what else stands there, such as what was undone, stays until there is something to say
                position = text;
                getEditorSite().getActionBars().getStatusLineManager().setMessage(text);
            }
        }
    }

    // The part

    @Override
    public void setFocus() {
        position = ""; //$NON-NLS-1$
        canvas.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        Object found = adapter == KeyPage.class ? EditorKeys.page() : adapter == OpenDataset.class ? dataset
            : display == null ? null : display.shown().adapt(adapter);
        return found != null ? adapter.cast(found) : super.getAdapter(adapter);
    }

    @Override
    public void saveState(IMemento memento) {
        route.save(memento);
    }

    @Override
    public void restoreState(IMemento memento) {
        route.restore(memento);
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(datasetsListener);
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener);
        if (display != null) {
            display.close();
        }
        selection.close();
        if (undoRedo != null) {
            undoRedo.close();
        }
        if (advance != null) {
            advance.close();
        }
        super.dispose();
    }
}
