package dev.errata.ui.commands;

/** Identifiers of commands, parts and contexts, by which the parts meet without knowing each other. */
public final class Ids {

    public static final String MATRIX_VIEW = "dev.errata.ui.matrix.view";
    public static final String MISMATCH_EDITOR = "dev.errata.ui.mismatch.editor";
    public static final String ANNOTATION_EDITOR = "dev.errata.ui.annotation.editor";
    public static final String TASKS_VIEW = "dev.errata.ui.annotation.tasks";
    public static final String HISTORY_VIEW = "dev.errata.ui.history";
    public static final String PROBLEMS_VIEW = "dev.errata.ui.problems";
    public static final String METRICS_VIEW = "dev.errata.ui.charts.metrics";
    public static final String GUIDE_VIEW = "dev.errata.ui.guide";
    public static final String PERSPECTIVE = "dev.errata.ui.perspective";

    /** Opens the grid on the selected matrix cell. Handled by the mismatch bundle. */
    public static final String OPEN_MISMATCHES = "dev.errata.ui.openMismatches";
    /** Opens the grid on what another profile counts differently. Handled by the mismatch bundle. */
    public static final String COMPARE_PROFILES = "dev.errata.ui.compareProfiles";
    /** Parameter of {@link #COMPARE_PROFILES}: the id of the other profile. */
    public static final String COMPARE_PROFILES_WITH = "dev.errata.ui.compareProfiles.with";
    /** Opens the annotation editor on the selected image, mismatch, task or batch. Handled by the annotation bundle. */
    public static final String OPEN_IN_ANNOTATION_EDITOR = "dev.errata.ui.openInAnnotationEditor";
    /** The following act on selected mismatches or annotations. */
    public static final String RELABEL_TO_PREDICTED = "dev.errata.ui.relabelToPredicted";
    public static final String RELABEL = "dev.errata.ui.relabel";
    public static final String ACCEPT_PREDICTION = "dev.errata.ui.acceptPrediction";
    public static final String DELETE_ANNOTATION = "dev.errata.ui.deleteAnnotation";
    public static final String LABEL_IS_RIGHT = "dev.errata.ui.labelIsRight";
    public static final String LABEL_IS_WRONG = "dev.errata.ui.labelIsWrong";
    public static final String AMBIGUOUS = "dev.errata.ui.ambiguous";
    public static final String SEND_TO_ANNOTATION = "dev.errata.ui.sendToAnnotation";
    /** Goes on without a decision. Handled by the grid and by the annotation editor. */
    public static final String SKIP = "dev.errata.ui.skip";
    /** The following act on the selected task, or on the one in the active annotation editor. */
    public static final String SUBMIT_TASK = "dev.errata.ui.submitTask";
    public static final String ACCEPT_TASK = "dev.errata.ui.acceptTask";
    public static final String RETURN_TASK = "dev.errata.ui.returnTask";
    public static final String NEXT_TASK = "dev.errata.ui.nextTask";
    public static final String PREVIOUS_TASK = "dev.errata.ui.previousTask";

    public static final String IMPORT_DATASET = "dev.errata.ui.importDataset";
    public static final String EXPORT_DATASET = "dev.errata.ui.exportDataset";
    public static final String ADD_RUN = "dev.errata.ui.addRun";
    public static final String OPEN_DATASET = "dev.errata.ui.openDataset";
    public static final String TRY_SAMPLE = "dev.errata.ui.trySample";
    /** Opens and shows the dataset of the selected project. */
    public static final String SHOW_DATASET = "dev.errata.ui.showDataset";
    public static final String COLOUR_BY = "dev.errata.ui.colourBy";
    public static final String CLOSE_DATASET = "dev.errata.ui.closeDataset";
    public static final String SHOW_GUIDE = "dev.errata.ui.showGuide";
    /** Shows the keys of the active part. */
    public static final String SHOW_KEYS = "dev.errata.ui.showKeys";
    /** Uses another scheme of keys. */
    public static final String USE_KEYS = "dev.errata.ui.useKeys";
    /** Parameter of {@link #USE_KEYS}: the id of the scheme. */
    public static final String USE_KEYS_SCHEME = "dev.errata.ui.useKeys.scheme";

    /** Category of all views. */
    public static final String VIEWS = "dev.errata.ui";
    /** Command category of all commands. */
    public static final String CATEGORY = "dev.errata.ui.commands";
    /** Parameter of {@link #RELABEL}: position of the class in the dataset, counted from 1; asks for the class if absent. */
    public static final String RELABEL_CLASS = "dev.errata.ui.relabel.class";
    /** Tool bars and context menus that a part fills through the menu service: commands on the selected labels. */
    public static final String LABELS_TOOLBAR = "toolbar:dev.errata.ui.labels";
    /** Commands on the selected or edited task. */
    public static final String TASKS_TOOLBAR = "toolbar:dev.errata.ui.tasks";

    /** Keys without modifiers work only here: while the grid or the annotation canvas has the focus. */
    public static final String GRID_CONTEXT = "dev.errata.ui.gridContext";
    public static final String CANVAS_CONTEXT = "dev.errata.ui.canvasContext";
    /** Schemes of keys that differ from the default in these contexts only. */
    public static final String CVAT_KEYS = "dev.errata.ui.cvatKeys";
    public static final String LABELIMG_KEYS = "dev.errata.ui.labelImgKeys";

    private Ids() {
    }
}
