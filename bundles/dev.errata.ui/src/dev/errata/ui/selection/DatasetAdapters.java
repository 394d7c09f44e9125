package dev.errata.ui.selection;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IAdapterFactory;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.objects.TargetLink;
import dev.errata.review.Review;
import dev.errata.ui.DatasetProjects;
import dev.errata.ui.OpenDatasets;

/** Leads from projects, documents and objects of the model to the open dataset that they belong to. */
public final class DatasetAdapters implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object object, Class<T> type) {
        if (type == OpenDataset.class) {
            return type.cast(dataset(object).orElse(null));
        }
        if (type == ImageRecord.class) {
            return type.cast(image(object));
        }
        return null;
    }

    private static Optional<OpenDataset> dataset(Object object) {
        if (object instanceof IProject project) {
            return DatasetProjects.isDataset(project)
                ? DatasetProjects.folder(project).flatMap(OpenDatasets.get()::find) : Optional.empty();
        }
        if (object instanceof IFile file) {
            return DatasetProjects.isDocument(file) ? dataset(file.getProject()) : Optional.empty();
        }
        if (object instanceof Task task) {
            return OpenDatasets.get().all().stream().filter(d -> holds(d, task.getBatch())).findFirst();
        }
        if (object instanceof Batch batch) {
            return OpenDatasets.get().all().stream().filter(d -> holds(d, batch)).findFirst();
        }
        ImageRecord image = object instanceof ImageRecord record ? record : image(object);
        return TargetLink.of(image).map(LabelTarget::dataset);
    }

    private static boolean holds(OpenDataset dataset, Batch batch) {
        return batch != null && Review.of(dataset).batches().stream().anyMatch(b -> b.getId().equals(batch.getId()));
    }

    private static ImageRecord image(Object object) {
        if (object instanceof Annotation annotation) {
            return annotation.getImage();
        }
        return object instanceof Prediction prediction ? prediction.getImage() : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {OpenDataset.class, ImageRecord.class};
    }
}
