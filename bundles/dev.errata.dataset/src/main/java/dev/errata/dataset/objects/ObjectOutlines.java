package dev.errata.dataset.objects;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.Formats;
import dev.errata.formats.Holds;

/**
 * The outlines of labels and predictions, whatever is compared: closed, x and y in turn, pixels. Each is read from its record
 * when it is asked for, so ask in the background. None where a record cannot be read by itself, as in a compressed file.
 */
public final class ObjectOutlines {

    private ObjectOutlines() {
    }

    /**
     * The outlines of a label as it is now.
     *
     * @return none where it is a box, and where there is no such label any more
     * @throws IOException if the label file cannot be read or changed since
     */
    public static List<double[]> ofLabel(OpenDataset dataset, int image, long id) throws IOException {
        Optional<AnnotationState> label = dataset.labels().of(image).stream().filter(state -> state.id() == id).findFirst();
        if (label.isEmpty() || label.get().polygons() != null) {
            return label.map(AnnotationState::polygons).orElse(List.of());
        }
        return label.get().added() ? List.of() : of(dataset.details(), dataset.source().format(), label.get().position());
    }

    /**
     * The outlines of a prediction.
     *
     * @param position in the run's file
     * @throws IOException if the run's file cannot be read or changed since
     */
    public static List<double[]> ofPrediction(OpenDataset dataset, Run run, int position) throws IOException {
        return of(dataset.results(run).details(), run.getFormat(), position);
    }

    private static List<double[]> of(AnnotationDetails details, String format, int position) throws IOException {
        boolean possible = Formats.named(format).filter(known -> known.holds().contains(Holds.POLYGONS)).isPresent();
        return possible && details.quick() ? details.read(position).outlines() : List.of();
    }
}
