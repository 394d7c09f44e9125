package dev.errata.ui.annotation.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;
import dev.errata.ui.FocusContext;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.SavedEditorPart;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.canvas.CanvasClient;
import dev.errata.ui.annotation.editor.Stops.Stop;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Edit;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.commands.RelabelToPredictedHandler;
import dev.errata.ui.edit.DatasetCommands;
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
public final class AnnotationEditor extends SavedEditorPart implements CanvasClient, IPersistableEditor {

    /** Models see something everywhere if one lets them: what they hardly believe in only hides the picture. */
    private static final double LEAST_CONFIDENCE = 0.25;

    private final PartSelection selection = new PartSelection(PlatformUI.getWorkbench().getDisplay(),
        other -> this.selection.select(other));
    private final Consumer<Optional<OpenDataset>> datasetsListener = active -> datasetsChanged();
    private final IPropertyChangeListener themeListener = event -> themeChanged();
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

    private OpenDataset dataset;
    private Stops stops;
    private Stop stop;
    /** Shown whatever the overlay; the first is selected as soon as it is there. */
    private volatile List<Shape.Key> focus = List.of();
    private boolean focusPending;
    private LabelFeed feed;
    private PictureLoader pictures;
    private ShownLabels shown = ShownLabels.NOTHING;
    /** An undo may have taken the task away; another one brings it back. */
    private boolean taskGone;
    private volatile Overlay overlay = Overlay.DISAGREEING;
    private volatile double confidence = LEAST_CONFIDENCE;

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
        canvas.getAccessible().addAccessibleListener(CanvasHelp.of(Messages.Editor_canvasHelp));
        side = new SidePanel(sash, new PanelClient(), overlay, confidence);
        panel = side.labels();
        drawing = new DrawingClass(canvas, edits, side::setDrawingClass);
        sash.setWeights(76, 24);
        sash.addListener(SWT.Resize, event -> SidePanel.leaveRoom(sash));
        FocusContext.follow(canvas, getSite(), Ids.CANVAS_CONTEXT);
        FocusContext.follow(panel.list(), getSite(), Ids.CANVAS_CONTEXT);
        pictures = new PictureLoader(canvas);
        MenuManager menu = new MenuManager();
        canvas.setMenu(menu.createContextMenu(canvas));
        getEditorSite().registerContextMenu(CanvasCommands.PREFIX + "editor", menu, selection, false); //$NON-NLS-1$
        commands = new CanvasCommands(getSite());
        addCommands();
        commands.refresh();
        advance = new AdvanceAfter(getSite(), canvas::flush);
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
        stops = input().batch().isEmpty() ? new Stops.Images(dataset) : new Stops.Tasks(dataset, input().batch());
        drawing.follow(dataset);
        if (stop == null && stops.count() > 0) {
            stop = stops.at(0);
        }
        if (stop == null || stops.indexOf(stop) < 0) {
            canvas.setMessage(input().batch().isEmpty() ? Messages.Editor_empty : Messages.Editor_emptyBatch);
        } else {
            load();
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
        focusPending = !objects.isEmpty();
        if (next.equals(stop) && feed != null) {
            focus = objects.isEmpty() ? focus : objects;
            feed.refresh();
            return;
        }
        stop = next;
        focus = objects;
        if (dataset != null) {
            load();
        }
    }

    @Override
    public void navigate(int step) {
        if (stops == null || stop == null) {
            return;
        }
        int next = stops.indexOf(stop) + step;
        if (next >= 0 && next < stops.count()) {
            open(stops.at(next), List.of());
        } else {
            canvas.getDisplay().beep();
        }
    }

    private void goToNext(Predicate<TaskState> state) {
        stops.nextWith(stops.indexOf(stop), state).ifPresent(next -> open(next, List.of()));
    }

    private void load() {
        canvas.flush();
        closeFeed();
        shown = ShownLabels.NOTHING;
        taskGone = false;
        pictures.load(dataset, stop.image());
        feed = new LabelFeed(dataset, stop.image(), stop.task(), this::builder, this::deliver, canvas.getDisplay());
        edits.follow(dataset, feed, stop.image());
        int index = stops.indexOf(stop);
        String name = VisibleText.oneLine(dataset.fileName(stop.image()));
        header.setPosition(NLS.bind(stop.task().isEmpty() ? Messages.Header_image : Messages.Header_task,
            new Object[] {index + 1, stops.count(), name}));
        if (index + 1 < stops.count()) {
            pictures.prepare(dataset, stops.at(index + 1).image());
        }
    }

    private SceneBuilder builder(Task of) {
        return SceneBuilder.of(dataset, of, overlay, confidence, Set.copyOf(focus));
    }

    private void deliver(LabelFeed.Delivery delivery) {
        if (canvas.isDisposed()) {
            return;
        }
        if (delivery.failure() != null) {
            canvas.setMessage(NLS.bind(Messages.Editor_failed, delivery.failure().getMessage()));
            return;
        }
        ShownLabels before = shown;
        shown = ShownLabels.of(delivery);
        edits.show(shown.image(), shown.target());
        boolean ofTask = !stop.task().isEmpty();
        canvas.setEditable(shown.isOpen(ofTask));
        tellOfDeleted(delivery);
        if (!before.isNothing()) {
            canvas.update(delivery.scene());
        } else {
            canvas.open(delivery.scene());
            pictures.show();
            selectTargets(delivery.scene());
        }
        showWhetherGone(ofTask && shown.task() == null);
        taskBar.show(shown.task(), delivery.request());
        side.showColours(dataset, delivery.bands());
        panel.show(delivery.scene(), canvas.selection(), canvas.editable());
        showFocus(delivery);
        selectionChanged();
        getSite().getService(IEvaluationService.class).requestEvaluation("dev.errata.ui.taskState"); //$NON-NLS-1$
        TaskState now = shown.state();
        if (before.state() != null && now != before.state() && advance.wanted(now)) {
            goToNext(now == TaskState.SUBMITTED ? state -> state == TaskState.OPEN || state == TaskState.RETURNED
                : state -> state == TaskState.SUBMITTED);
        }
    }

    /** Whoever was about to change a label must not wonder where it is. */
    private void tellOfDeleted(LabelFeed.Delivery delivery) {
        List<String> deleted = !delivery.byOthers() ? List.of() : canvas.selection().stream()
            .filter(shape -> !shape.isPrediction() && delivery.scene().find(shape.key()) == null).map(Shape::label).toList();
        if (!deleted.isEmpty()) {
            canvas.getDisplay().beep();
            getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(
                NLS.bind(Messages.Editor_deletedByOthers, VisibleText.oneLine(String.join(", ", deleted)))); //$NON-NLS-1$
        }
    }

    private void showWhetherGone(boolean gone) {
        if (gone) {
            canvas.setMessage(Messages.Editor_taskGone);
        } else if (taskGone) {
            pictures.show();
        }
        taskGone = gone;
    }

    /** What a task is about is selected when it opens, the labels before the predictions: the next key acts on it. */
    private void selectTargets(Scene scene) {
        List<Shape> targets = scene.shapes().stream().filter(Shape::target).toList();
        List<Shape> labels = targets.stream().filter(shape -> !shape.isPrediction()).toList();
        canvas.select(labels.isEmpty() ? targets : labels);
    }

    private void showFocus(LabelFeed.Delivery delivery) {
        Shape shape = focusPending ? delivery.scene().find(focus.get(0)) : null;
        if (shape != null) {
            focusPending = false;
            canvas.select(List.of(shape));
            canvas.zoomToSelection();
        }
    }

    private void closeFeed() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }

    @Override
    public void perform(Edit edit) {
        edits.perform(edit);
    }

    private void comment(String text) {
        Task about = shown.task();
        if (about != null) {
            DatasetCommands.run(dataset, Messages.Header_comment, () -> Review.of(dataset).comment(about, text));
        }
    }

    // Commands and keys

    private void addCommands() {
        CanvasTools.install(commands, canvas);
        commands.on(CanvasCommands.DUPLICATE, edits::duplicate);
        commands.on(CanvasCommands.OVERLAY, () -> show(overlay.next()));
        commands.on(IWorkbenchCommandConstants.EDIT_DELETE, () -> execute(Ids.DELETE_ANNOTATION));
        commands.on(Ids.NEXT_TASK, () -> navigate(1));
        commands.on(Ids.PREVIOUS_TASK, () -> navigate(-1));
        commands.on(Ids.ACCEPT_PREDICTION, edits::acceptPrediction);
        commands.on(Ids.RELABEL, CanvasCommands.handler(drawing::relabel));
        commands.on(Ids.RELABEL_TO_PREDICTED, CanvasCommands.handler(event -> {
            if (!canvas.tool().complete() && canvas.editable()) {
                new RelabelToPredictedHandler().execute(event);
            }
        }));
    }

    private void show(Overlay next) {
        overlay = next;
        side.setOverlay(next);
        if (feed != null) {
            feed.refresh();
        }
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
            getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(null);
        }
        List<Object> elements = shapes.stream().map(Shape::element).toList();
        selection.select(new StructuredSelection(elements.isEmpty() ? shown.whole() : elements));
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
            IStatusLineManager line = getEditorSite().getActionBars().getStatusLineManager();
            line.setMessage(StatusText.of(canvas));
        }
    }

    private void themeChanged() {
        canvas.redraw();
    }

    // The part

    @Override
    public void setFocus() {
        canvas.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        Object found = adapter == OpenDataset.class ? dataset : shown.adapt(adapter);
        return found != null ? adapter.cast(found) : super.getAdapter(adapter);
    }

    @Override
    public void saveState(IMemento memento) {
        if (stop != null) {
            stop.save(memento);
        }
    }

    @Override
    public void restoreState(IMemento memento) {
        stop = stop == null ? Stop.restore(memento) : stop;
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(datasetsListener);
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener);
        closeFeed();
        selection.close();
        if (undoRedo != null) {
            undoRedo.close();
        }
        if (advance != null) {
            advance.close();
        }
        super.dispose();
    }

    /** What the controls beside the canvas ask for. */
    private final class PanelClient implements SidePanel.Client {

        @Override
        public void chooseDrawingClass(Point location) {
            drawing.choose(location);
        }

        @Override
        public void showPredictions(Overlay chosen, double least) {
            confidence = least;
            show(chosen);
        }

        @Override
        public void select(List<Shape> shapes) {
            canvas.select(shapes);
            if (!shapes.isEmpty()) {
                canvas.reveal(shapes.get(0));
            }
        }

        @Override
        public void setAttribute(Annotation annotation, String key, String value) {
            edits.setAttribute(annotation, key, value);
        }

        @Override
        public void setCrowd(Annotation annotation, boolean crowd) {
            edits.setCrowd(annotation, crowd);
        }
    }
}
