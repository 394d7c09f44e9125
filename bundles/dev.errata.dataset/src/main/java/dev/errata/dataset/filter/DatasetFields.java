package dev.errata.dataset.filter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.sources.Sources;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.engine.Progress;
import dev.errata.formats.fields.FieldTable;
import dev.errata.formats.io.FileFaults;

/** The fields of an open dataset: read when first asked for, and what people changed since. */
public final class DatasetFields {

    private final Sources sources;
    private final LabelEdits edits = new LabelEdits();
    private FieldTable table;
    private volatile Known known;

    /** The fields, and how many names of changed attributes there were when they were made. */
    private record Known(FieldSet fields, int changedNames) {
    }

    public DatasetFields(Sources sources) {
        this.sources = sources;
    }

    /** Takes the labels of an image after a change. The caller holds the dataset's write lock. */
    public void update(int image, List<AnnotationState> labels) {
        edits.update(image, labels);
    }

    /** @throws DatasetException if the label file cannot be read again */
    public synchronized FieldSet get(Progress progress) throws DatasetException {
        if (table == null) {
            try {
                table = sources.fields(progress);
            } catch (IOException e) {
                throw new DatasetException(FileFaults.told(e), e);
            }
        }
        int names = edits.names().size();
        if (known == null || known.changedNames() != names) {
            known = new Known(FieldSet.of(sources.truth(), table, edits), names);
        }
        return known.fields();
    }

    /** The fields if they were read already. */
    public Optional<FieldSet> known() {
        return Optional.ofNullable(known).map(Known::fields);
    }
}
