package dev.errata.dataset.exports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.sources.OriginalLabels;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.files.ImageHeader;
import dev.errata.formats.records.Records;

/** The labels with all changes as if they had been read from a file: for writing them in another format. */
final class CurrentLabels {

    private final OpenDataset dataset;
    private final AnnotationRows rows;
    private final int[] images;
    private final Map<Integer, AnnotationState> changed = new HashMap<>();
    private int nextPosition;

    private CurrentLabels(OpenDataset dataset) {
        this.dataset = dataset;
        int size = dataset.annotations().size();
        rows = new AnnotationRows(size);
        images = new int[size];
        nextPosition = Math.toIntExact(dataset.source().counts().read());
    }

    /** A copy: later changes of the dataset don't reach it. */
    static GroundTruth of(OpenDataset dataset) {
        return dataset.changes().read(journal -> {
            CurrentLabels labels = new CurrentLabels(dataset);
            for (int image = 0; image < dataset.imageCount(); image++) {
                labels.add(image, !journal.items(ChangeRules.LABELS, image).isEmpty());
            }
            return labels.truth();
        });
    }

    private void add(int image, boolean touched) {
        for (AnnotationState state : dataset.labels().of(image)) {
            int position = state.added() ? nextPosition++ : state.position();
            if (touched) {
                changed.put(position, state);
            }
            double[] box = state.box();
            images[rows.size()] = image;
            rows.add(state.id(), state.label(), box[0], box[1], box[2], box[3], state.area(), state.crowd(), position);
        }
    }

    private GroundTruth truth() {
        GroundTruth source = dataset.source();
        AnnotationColumns columns = AnnotationColumns.grouped(dataset.imageCount(), images, rows);
        return new GroundTruth(format(), identified(images(source)), classes(), columns, this::detail, List.of(),
            new RecordCounts(nextPosition, rows.size(), nextPosition - rows.size(), 0), source.issueCounts(),
            source.federated());
    }

    /** Sizes that the labels don't tell are taken from the pictures, unless the boxes count in thousandths. */
    private List<ImageEntry> images(GroundTruth source) {
        if (source.issueCounts().of(Severity.WARNING).containsKey(Records.SIZE_UNKNOWN)) {
            return source.images();
        }
        List<ImageEntry> sized = new ArrayList<>(source.images());
        for (int image = 0; image < sized.size(); image++) {
            ImageEntry entry = sized.get(image);
            if (entry.width() == 0 || entry.height() == 0) {
                int[] size = dataset.picture(image).flatMap(CurrentLabels::size).orElse(new int[2]);
                sized.set(image, new ImageEntry(entry.fileName(), entry.originalId(), size[0], size[1]));
            }
        }
        return sized;
    }

    private static Optional<int[]> size(Path picture) {
        try (InputStream in = Files.newInputStream(picture)) {
            return ImageHeader.read(in).map(header -> new int[] {header.shownWidth(), header.shownHeight()});
        } catch (IOException unreadable) {
            // as good as a picture that is not there; the export says so where it matters
            return Optional.empty();
        }
    }

    /** Where a sidecar brought the original labels, their format: ids are those of it. */
    private String format() {
        return original().map(found -> found.format().name()).orElse(dataset.source().format());
    }

    private Optional<OriginalLabels> original() {
        return dataset.original().filter(found ->
            IntStream.range(0, dataset.imageCount()).allMatch(image -> found.image(image) >= 0));
    }

    /** Images with the ids of the original. */
    private List<ImageEntry> identified(List<ImageEntry> images) {
        return original().map(found -> {
            List<ImageEntry> all = new ArrayList<>();
            for (int image = 0; image < images.size(); image++) {
                ImageEntry first = found.labels().images().get(found.image(image));
                ImageEntry own = images.get(image);
                all.add(new ImageEntry(own.fileName(), first.originalId(), own.width() > 0 ? own.width() : first.width(),
                    own.height() > 0 ? own.height() : first.height()));
            }
            return List.copyOf(all);
        }).orElse(images);
    }

    /** With the ids and groups of the original; classes that it doesn't have get ids behind all others. */
    private List<ClassEntry> classes() {
        List<ClassEntry> classes = dataset.source().classes();
        return original().map(found -> {
            long next = 1 + found.labels().classes().stream().mapToLong(ClassEntry::originalId).max().orElse(0);
            List<ClassEntry> all = new ArrayList<>();
            for (int label = 0; label < classes.size(); label++) {
                boolean known = found.label(label) >= 0;
                ClassEntry first = known ? found.labels().classes().get(found.label(label)) : classes.get(label);
                all.add(new ClassEntry(classes.get(label).name(), known ? first.originalId() : next++, first.supercategory()));
            }
            return List.copyOf(all);
        }).orElse(classes);
    }

    private AnnotationDetails.Detail detail(int position) throws IOException {
        AnnotationState state = changed.get(position);
        if (state == null) {
            return dataset.details().read(position);
        }
        AnnotationDetails.Detail before = state.added()
            ? new AnnotationDetails.Detail(List.of(), Map.of(), "")
            : dataset.details().read(position);
        Map<String, String> attributes = new LinkedHashMap<>(before.attributes());
        attributes.putAll(state.attributes());
        attributes.values().removeIf(Objects::isNull);
        return new AnnotationDetails.Detail(state.polygons() == null ? before.polygons() : state.polygons(), attributes,
            before.unknownFields());
    }
}
