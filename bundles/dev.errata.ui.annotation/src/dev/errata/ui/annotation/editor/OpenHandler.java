package dev.errata.ui.annotation.editor;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.ui.annotation.editor.route.Stops.Stop;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.selection.Mismatch;

/** Opens the selected batch, task, mismatch, label or image in the editor of its batch or dataset. */
public final class OpenHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection && !selection.isEmpty()) {
            Place place = Place.of(selection.getFirstElement());
            if (place != null) {
                open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), place);
            }
        }
        return null;
    }

    private static void open(IWorkbenchPage page, Place place) throws ExecutionException {
        try {
            IEditorPart part = page.openEditor(place.input(), Ids.ANNOTATION_EDITOR);
            if (part instanceof AnnotationEditor editor && place.stop() != null) {
                editor.open(place.stop(), place.focus());
            }
        } catch (PartInitException failure) {
            throw new ExecutionException(failure.getMessage(), failure);
        }
    }

    /**
     * Where to go.
     *
     * @param stop null for the first one
     * @param focus what to show there; the first of it is selected
     */
    private record Place(AnnotationEditorInput input, Stop stop, List<Shape.Key> focus) {

        static Place of(Object element) {
            OpenDataset dataset = Adapters.adapt(element, OpenDataset.class);
            if (dataset == null) {
                return null;
            }
            if (element instanceof Batch batch) {
                return new Place(input(dataset, batch), firstToDo(batch), List.of());
            }
            if (element instanceof Task task) {
                return new Place(input(dataset, task.getBatch()), new Stop(task.getImageIndex(), task.getId()), List.of());
            }
            Mismatch mismatch = Adapters.adapt(element, Mismatch.class);
            if (mismatch != null) {
                return new Place(input(dataset), image(mismatch.image()), keys(mismatch));
            }
            ImageRecord image = Adapters.adapt(element, ImageRecord.class);
            return new Place(input(dataset), image == null ? null : image(image.getIndex()), keys(element));
        }

        private static List<Shape.Key> keys(Mismatch mismatch) {
            List<Shape.Key> keys = new ArrayList<>();
            if (mismatch.annotation() >= 0) {
                keys.add(Shape.Key.annotation(mismatch.annotation()));
            }
            if (mismatch.prediction() >= 0) {
                keys.add(Shape.Key.prediction(mismatch.run().getName(), mismatch.prediction()));
            }
            return keys;
        }

        private static List<Shape.Key> keys(Object element) {
            if (element instanceof Annotation annotation) {
                return List.of(Shape.Key.annotation(annotation.getId()));
            }
            return element instanceof Prediction prediction
                ? List.of(Shape.Key.prediction(prediction.getRun().getName(), prediction.getIndex())) : List.of();
        }

        private static Stop image(int index) {
            return new Stop(index, ""); //$NON-NLS-1$
        }

        private static Stop firstToDo(Batch batch) {
            return batch.getTasks().stream()
                .filter(task -> task.getState() == TaskState.OPEN || task.getState() == TaskState.RETURNED).findFirst()
                .or(() -> batch.getTasks().stream().findFirst())
                .map(task -> new Stop(task.getImageIndex(), task.getId())).orElse(null);
        }

        private static AnnotationEditorInput input(OpenDataset dataset, Batch batch) {
            return new AnnotationEditorInput(dataset.folder(), batch.getId(), batch.getName());
        }

        private static AnnotationEditorInput input(OpenDataset dataset) {
            return new AnnotationEditorInput(dataset.folder(), "", NLS.bind(Messages.Input_images, dataset.name())); //$NON-NLS-1$
        }
    }
}
