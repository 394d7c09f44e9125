package dev.errata.ui.commands;

/** Identifiers of commands, parts and contexts, by which the parts meet without knowing each other. */
public final class Ids {

    public static final String MATRIX_VIEW = "dev.errata.ui.matrix.view";
    public static final String MISMATCH_EDITOR = "dev.errata.ui.mismatch.editor";
    public static final String ANNOTATION_EDITOR = "dev.errata.ui.annotation.editor";
    public static final String TASKS_VIEW = "dev.errata.ui.annotation.tasks";
    public static final String PERSPECTIVE = "dev.errata.ui.perspective";

    /** Opens the grid on the selected matrix cell. Handled by the mismatch bundle. */
    public static final String OPEN_MISMATCHES = "dev.errata.ui.openMismatches";
    /** Opens the annotation editor on the selected image, mismatch, task or batch. Handled by the annotation bundle. */
    public static final String OPEN_IN_ANNOTATION_EDITOR = "dev.errata.ui.openInAnnotationEditor";
    /** The following act on selected mismatches or annotations. */
    public static final String RELABEL_TO_PREDICTED = "dev.errata.ui.relabelToPredicted";
    public static final String RELABEL = "dev.errata.ui.relabel";
    public static final String ACCEPT_PREDICTION = "dev.errata.ui.acceptPrediction";
    public static final String DELETE_ANNOTATION = "dev.errata.ui.deleteAnnotation";
    public static final String LABEL_IS_RIGHT = "dev.errata.ui.labelIsRight";
    public static final String AMBIGUOUS = "dev.errata.ui.ambiguous";
    public static final String SEND_TO_ANNOTATION = "dev.errata.ui.sendToAnnotation";
    /** The following act on the selected task, or on the one in the active annotation editor. */
    public static final String SUBMIT_TASK = "dev.errata.ui.submitTask";
    public static final String ACCEPT_TASK = "dev.errata.ui.acceptTask";
    public static final String RETURN_TASK = "dev.errata.ui.returnTask";
    public static final String NEXT_TASK = "dev.errata.ui.nextTask";
    public static final String PREVIOUS_TASK = "dev.errata.ui.previousTask";

    /** Keys without modifiers work only here: while the grid or the annotation canvas has the focus. */
    public static final String GRID_CONTEXT = "dev.errata.ui.gridContext";
    public static final String CANVAS_CONTEXT = "dev.errata.ui.canvasContext";

    private Ids() {
    }
}
