package dev.errata.ui.mismatch.inputs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.ui.mismatch.tiles.Texts;
import dev.errata.ui.selection.MatrixCell;

/**
 * What a grid shows. It names dataset, run and classes and holds none of them, so that it outlives a restart.
 */
public final class MismatchInput extends PlatformObject implements IEditorInput, IPersistableElement {

    private static final String ICON_BUNDLE = "dev.errata.ui"; //$NON-NLS-1$
    private static final String ICON = "icons/openMismatches.svg"; //$NON-NLS-1$
    private static final String FOLDER = "folder"; //$NON-NLS-1$
    private static final String RUN = "run"; //$NON-NLS-1$
    private static final String GROUND_TRUTH = "groundTruth"; //$NON-NLS-1$
    private static final String PREDICTED = "predicted"; //$NON-NLS-1$
    private static final String KIND = "kind"; //$NON-NLS-1$
    private static final String PROFILE = "profile"; //$NON-NLS-1$
    private static final String INDEX = "Index"; //$NON-NLS-1$

    private final Path folder;
    private final String run;
    private final Side groundTruth;
    private final Side predicted;
    private final Kind kind;
    private final String profile;

    /** What the tiles stand for. */
    public enum Kind {
        /** The members of one cell of the matrix. */
        CELL,
        /** The members of every cell off the diagonal. */
        ALL,
        /** What a method suspects, the diagonal included. */
        SUSPECTS,
        /** What another profile counts differently. */
        DIFFERENCES
    }

    private MismatchInput(Path folder, String run, Kind kind, Side groundTruth, Side predicted, String profile) {
        this.folder = folder;
        this.run = run;
        this.groundTruth = groundTruth;
        this.predicted = predicted;
        this.kind = kind;
        this.profile = profile;
    }

    public static MismatchInput of(MatrixCell cell) {
        OpenDataset dataset = cell.dataset();
        return new MismatchInput(dataset.folder(), cell.run().getName(), Kind.CELL,
            new Side(cell.groundTruth(), dataset.className(cell.groundTruth())),
            new Side(cell.predicted(), dataset.className(cell.predicted())), "");
    }

    public static MismatchInput all(OpenDataset dataset, Run run) {
        return new MismatchInput(dataset.folder(), run.getName(), Kind.ALL, null, null, "");
    }

    public static MismatchInput suspects(OpenDataset dataset, Run run) {
        return new MismatchInput(dataset.folder(), run.getName(), Kind.SUSPECTS, null, null, "");
    }

    /** @param profile the id of the profile that the dataset's matching is compared with */
    public static MismatchInput differences(OpenDataset dataset, Run run, String profile) {
        return new MismatchInput(dataset.folder(), run.getName(), Kind.DIFFERENCES, null, null, profile);
    }

    /** @return null where the memento is not whole */
    static MismatchInput restored(IMemento memento) {
        String folder = memento.getString(FOLDER);
        String run = memento.getString(RUN);
        if (folder == null || run == null) {
            return null;
        }
        Side groundTruth = side(memento, GROUND_TRUTH);
        Side predicted = side(memento, PREDICTED);
        String name = memento.getString(KIND);
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name) && (kind != Kind.CELL || groundTruth != null && predicted != null)) {
                return new MismatchInput(Path.of(folder), run, kind, groundTruth, predicted,
                    Objects.requireNonNullElse(memento.getString(PROFILE), "")); //$NON-NLS-1$
            }
        }
        return null;
    }

    private static Side side(IMemento memento, String key) {
        Integer index = memento.getInteger(key + INDEX);
        String name = memento.getString(key);
        return index == null || name == null ? null : new Side(index, name);
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(FOLDER, folder.toString());
        memento.putString(RUN, run);
        memento.putString(KIND, kind.name());
        memento.putString(PROFILE, profile);
        if (kind == Kind.CELL) {
            save(memento, GROUND_TRUTH, groundTruth);
            save(memento, PREDICTED, predicted);
        }
    }

    private static void save(IMemento memento, String key, Side side) {
        memento.putInteger(key + INDEX, side.label());
        memento.putString(key, side.name());
    }

    public Path folder() {
        return folder;
    }

    /** The name of the run. */
    public String run() {
        return run;
    }

    public Kind kind() {
        return kind;
    }

    /** The id of the profile that the dataset's matching is compared with; empty where nothing is compared. */
    public String profile() {
        return profile;
    }

    /** The index of the ground-truth class in a dataset, or -1 if the dataset has no such class. */
    public int groundTruth(OpenDataset dataset) {
        return groundTruth.in(dataset);
    }

    /** The index of the predicted class in a dataset, or -1 if the dataset has no such class. */
    public int predicted(OpenDataset dataset) {
        return predicted.in(dataset);
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ResourceLocator.imageDescriptorFromBundle(ICON_BUNDLE, ICON).orElse(null);
    }

    @Override
    public String getName() {
        return switch (kind) {
            case CELL -> Texts.classes(groundTruth.name(), predicted.name());
            case ALL -> Messages.MismatchInput_all;
            case SUSPECTS -> Messages.MismatchInput_suspects;
            case DIFFERENCES -> NLS.bind(Messages.MismatchInput_differences, profile);
        };
    }

    @Override
    public String getToolTipText() {
        return NLS.bind(Messages.MismatchInput_toolTip, new Object[] {getName(), folder, run});
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getFactoryId() {
        return MismatchInputFactory.ID;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MismatchInput input && input.folder.equals(folder) && input.run.equals(run)
            && input.kind == kind && input.profile.equals(profile) && Objects.equals(input.groundTruth, groundTruth)
            && Objects.equals(input.predicted, predicted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(folder, run, kind, groundTruth, predicted, profile);
    }

    /**
     * A class, or the background.
     *
     * @param label its index when the input was made
     * @param name tells it again where classes were added before it
     */
    private record Side(int label, String name) {

        int in(OpenDataset dataset) {
            int background = dataset.document().getClasses().size();
            boolean same = label >= 0 && label <= background && dataset.className(label).equals(name);
            if (same) {
                return label;
            }
            int found = dataset.labelOf(name);
            return found < 0 && dataset.className(background).equals(name) ? background : found;
        }
    }
}
