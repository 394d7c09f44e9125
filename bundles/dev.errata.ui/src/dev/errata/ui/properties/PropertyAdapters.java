package dev.errata.ui.properties;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.properties.IPropertySource;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Comment;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.objects.TargetLink;
import dev.errata.ui.selection.MatrixCell;
import dev.errata.ui.selection.Mismatch;

/** What the properties view shows of objects of the model. */
public final class PropertyAdapters implements IAdapterFactory {

    /** The view asks for each selected object; reading more images than this would hold up the window. */
    private static final int MOST_SELECTED = 100;

    @Override
    public <T> T getAdapter(Object object, Class<T> type) {
        return type == IPropertySource.class && selected() <= MOST_SELECTED ? type.cast(properties(object)) : null;
    }

    private static int selected() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        ISelection selection = window == null ? null : window.getSelectionService().getSelection();
        return selection instanceof IStructuredSelection structured ? structured.size() : 1;
    }

    private static IPropertySource properties(Object object) {
        if (object instanceof Mismatch mismatch) {
            return new LabelProperties(mismatch.dataset(), mismatch.annotationObject(), mismatch.predictionObject());
        }
        if (object instanceof Annotation annotation) {
            return TargetLink.of(annotation.getImage()).map(t -> new LabelProperties(t, annotation, null)).orElse(null);
        }
        if (object instanceof Prediction prediction) {
            return TargetLink.of(prediction.getImage()).map(t -> new LabelProperties(t, null, prediction)).orElse(null);
        }
        if (object instanceof MatrixCell cell) {
            return new ReadOnlyProperties()
                .add(Messages.Category_cell, Messages.Cell_groundTruth, cell.dataset().className(cell.groundTruth()))
                .add(Messages.Category_cell, Messages.Cell_predicted, cell.dataset().className(cell.predicted()))
                .add(Messages.Category_cell, Messages.Prediction_run, cell.run().getName())
                .add(Messages.Category_cell, Messages.Cell_dataset, cell.dataset().name());
        }
        if (object instanceof ImageRecord image) {
            return image(image);
        }
        return object instanceof Task task ? task(task) : object instanceof Batch batch ? batch(batch) : null;
    }

    private static IPropertySource image(ImageRecord image) {
        return new ReadOnlyProperties()
            .add(Messages.Category_image, Messages.Image_file, image.getFileName())
            .add(Messages.Category_image, Messages.Image_size,
                NLS.bind(Messages.Image_sizeValue, image.getWidth(), image.getHeight()))
            .add(Messages.Category_image, Messages.Image_id, image.getOriginalId())
            .add(Messages.Category_image, Messages.Image_annotations, image.getAnnotations().size())
            .add(Messages.Category_image, Messages.Image_predictions, image.getPredictions().size());
    }

    private static IPropertySource task(Task task) {
        ReadOnlyProperties properties = new ReadOnlyProperties()
            .add(Messages.Category_task, Messages.Task_state, task.getState().getLiteral())
            .add(Messages.Category_task, Messages.Task_batch, task.getBatch().getName())
            .add(Messages.Category_task, Messages.Task_assignee, task.getAssignee())
            .add(Messages.Category_task, Messages.Task_submittedBy, task.getSubmittedBy())
            .add(Messages.Category_task, Messages.Task_changes, task.getDrafts().size());
        for (Comment comment : task.getComments()) {
            properties.add(Messages.Category_comments, comment.getAuthor() + ", " + time(comment.getAt()), //$NON-NLS-1$
                comment.getText());
        }
        return properties;
    }

    private static IPropertySource batch(Batch batch) {
        return new ReadOnlyProperties()
            .add(Messages.Category_batch, Messages.Batch_name, batch.getName())
            .add(Messages.Category_batch, Messages.Batch_tasks, batch.getTasks().size())
            .add(Messages.Category_batch, Messages.Batch_createdBy, batch.getCreatedBy())
            .add(Messages.Category_batch, Messages.Batch_createdAt, time(batch.getCreatedAt()));
    }

    private static String time(long milliseconds) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .format(Instant.ofEpochMilli(milliseconds).atZone(ZoneId.systemDefault()));
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySource.class};
    }
}
