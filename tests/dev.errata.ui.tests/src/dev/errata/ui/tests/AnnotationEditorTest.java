package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.views.properties.IPropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.engine.Progress;
import dev.errata.review.Review;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.editor.AnnotationEditorInput;
import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.DrawBoxTool;
import dev.errata.ui.annotation.tools.SelectTool;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.verdicts.VerdictMark;

/** The annotation editor on the first image of the sample, driven by keys and mouse. */
class AnnotationEditorTest {

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private OpenDataset dataset;
    private AnnotationEditorInput input;
    private IEditorPart editor;
    private AnnotationCanvas canvas;

    @BeforeEach
    void openFirstImage() throws Exception {
        Path sample = FileLocator.getBundleFileLocation(Platform.getBundle("dev.errata.sample")).orElseThrow().toPath()
            .resolve("bccd");
        Path target = folder.resolve("editing");
        new ImportDataset(target, sample.resolve("labels.json")).images(sample.resolve("images"))
            .run("a", sample.resolve("model_a.json")).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        input = new AnnotationEditorInput(dataset.folder(), "", "editing");
        editor = robot.ask(this::open);
        robot.await("the labels are shown", () -> Widgets.all(Walk.window(), AnnotationCanvas.class).size() == 1
            && !Walk.only(AnnotationCanvas.class).scene().shapes().isEmpty());
        canvas = robot.ask(() -> Walk.only(AnnotationCanvas.class));
        robot.act(() -> {
            Walk.page().setPartState(Walk.page().getActivePartReference(), IWorkbenchPage.STATE_MAXIMIZED);
            canvas.forceFocus();
        });
        robot.await("there is room", () -> canvas.getClientArea().width > 300 && canvas.isFocusControl());
    }

    private IEditorPart open() {
        try {
            return Walk.page().openEditor(input, Ids.ANNOTATION_EDITOR);
        } catch (PartInitException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        robot.act(() -> {
            Walk.page().closeAllEditors(false);
            OpenDatasets.get().all().forEach(OpenDatasets.get()::close);
        });
    }

    private ImageRecord image() {
        return dataset.image(0);
    }

    private int labels() {
        return image().getAnnotations().size();
    }

    /** Where an image position is on the canvas. */
    private int x(double imageX) {
        return (int) Math.round(robot.ask(() -> canvas.viewport().deviceX(imageX) / canvas.density()));
    }

    private int y(double imageY) {
        return (int) Math.round(robot.ask(() -> canvas.viewport().deviceY(imageY) / canvas.density()));
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        robot.drag(canvas, x(fromX), y(fromY), x(toX), y(toY));
    }

    private Shape selected() {
        return robot.ask(() -> canvas.selection().size() == 1 ? canvas.selection().get(0) : null);
    }

    /** The menu hears of a change a moment after the screen shows it. */
    private void undo() {
        robot.await("there is something to undo", () -> editor.getEditorSite().getActionBars()
            .getGlobalActionHandler(ActionFactory.UNDO.getId()).isEnabled());
        robot.key("ctrl+z");
    }

    private void selectFirst() {
        robot.key("Tab");
        robot.await("a label is selected", () -> canvas.selection().size() == 1);
    }

    @Test
    void oneEditorForTheImagesOfADataset() {
        assertSame(editor, robot.ask(this::open));
        assertEquals(input, new AnnotationEditorInput(dataset.folder(), "", "another name"));
        assertFalse(editor.isDirty());
        assertSame(dataset, editor.getAdapter(OpenDataset.class));
    }

    @Test
    void saysThatSomebodyElseDeletedWhatIsSelected() throws Exception {
        selectFirst();
        long id = selected().key().id();
        try (OpenDataset colleague = OpenDataset.open(dataset.folder(), Progress.NONE)) {
            Annotation theirs = colleague.annotation(0, id).orElseThrow();
            colleague.commandStack().execute(LabelCommands.delete(colleague, List.of(theirs), null));
        }
        robot.await("the label is gone and the status line says why", () -> canvas.selection().isEmpty()
            && says("Somebody else just deleted"));
        selectFirst();
        robot.await("it is said no longer", () -> !says("Somebody else just deleted"));
    }

    @Test
    void keysOfThePictureWorkInTheListOfLabels() {
        int before = labels();
        Table list = robot.ask(() -> Widgets.all(Walk.window(), Table.class).stream()
            .filter(table -> table.isVisible() && table.getItemCount() >= before
                && table.getItem(0).getData() instanceof Shape).findFirst().orElseThrow());
        Rectangle row = robot.ask(() -> list.getItem(1).getBounds(0));
        robot.click(list, row.x + 10, row.y + row.height / 2);
        robot.await("the label is selected", () -> list.isFocusControl() && canvas.selection().size() == 1);
        robot.key("Delete");
        robot.await("it is deleted", () -> labels() == before - 1);
        undo();
        robot.await("it is there again", () -> labels() == before);
    }

    @Test
    void theStatusLineSaysWhatWasUndone() {
        selectFirst();
        robot.key("x");
        robot.await("the verdict is given", () -> Review.of(dataset).verdicts().size() == 1);
        robot.key("d");
        robot.await("another image is shown", () -> editor.getAdapter(ImageRecord.class) != null
            && editor.getAdapter(ImageRecord.class).getIndex() == 1 && canvas.editable());
        undo();
        robot.await("what nobody sees here is undone", () -> Review.of(dataset).verdicts().isEmpty());
        robot.await("it is told", () -> says("Undone: Label Is Wrong"));
        robot.settle();
        assertTrue(robot.ask(() -> says("Undone: Label Is Wrong")), "it stays");
        robot.key("ctrl+y");
        robot.await("and so is redo", () -> says("Redone: Label Is Wrong"));
        selectFirst();
        robot.await("there is something else to say", () -> !says("Redone"));
    }

    @Test
    void drawsMovesAndDeletesABoxWithOneUndoEach() {
        int before = labels();
        robot.key("w");
        robot.await("the tool is chosen", () -> canvas.tool() instanceof DrawBoxTool);
        drag(200, 150, 260, 210);
        robot.await("the box is a label", () -> labels() == before + 1 && canvas.selection().size() == 1
            && canvas.selection().get(0).element() instanceof Annotation);
        assertTrue(robot.ask(() -> canvas.tool() instanceof SelectTool));
        Annotation drawn = (Annotation) selected().element();
        assertEquals(200, drawn.getX(), 3);
        assertEquals(60, drawn.getWidth(), 4);
        assertEquals(Math.rint(drawn.getX()), drawn.getX());
        double drawnX = drawn.getX();

        robot.key("Right", "Right", "Down");
        robot.await("the steps are one change", () -> drawn.getX() == drawnX + 2);
        undo();
        robot.await("one undo takes the steps back", () -> drawn.getX() == drawnX);

        robot.key("Delete");
        robot.await("the label is gone", () -> labels() == before && canvas.selection().isEmpty());
        undo();
        robot.await("undo brings it back", () -> labels() == before + 1);
        undo();
        robot.await("and takes it away", () -> labels() == before);
    }

    @Test
    void aHandleResizesTheSelectedLabel() {
        selectFirst();
        Box box = selected().box();
        Annotation annotation = (Annotation) selected().element();
        drag(box.right(), box.bottom(), box.right() - 20, box.bottom() - 10);
        robot.await("the label has another size", () -> annotation.getWidth() < box.width() - 10
            && annotation.getHeight() < box.height() - 5);
        assertEquals(box.x(), annotation.getX(), 1e-9);
        assertEquals(box.y(), annotation.getY(), 1e-9);
        assertEquals(box.height() - 10, annotation.getHeight(), 3);
    }

    @Test
    void escapeLeavesALabelAsItWas() {
        selectFirst();
        Box box = selected().box();
        int changes = dataset.changes().read(journal -> journal.entries().size());
        robot.press(canvas, x(box.centerX()), y(box.centerY()));
        robot.move(canvas, x(box.centerX()) + 30, y(box.centerY()) + 30);
        robot.await("the drag is shown", () -> !canvas.preview().changed().isEmpty());
        robot.key("Escape");
        robot.await("the drag is forgotten", () -> canvas.preview().changed().isEmpty());
        robot.release();
        assertEquals(box, selected().box());
        assertEquals(changes, dataset.changes().read(journal -> journal.entries().size()));
    }

    @Test
    void keysChangeClassAndAcceptPredictions() {
        selectFirst();
        Annotation annotation = (Annotation) selected().element();
        String name = annotation.getLabel().getName();
        int other = name.equals(dataset.className(0)) ? 2 : 1;
        robot.key(Integer.toString(other));
        robot.await("the class is changed", () -> annotation.getLabel() == dataset.labelClass(other - 1));
        undo();
        robot.await("undo changes it back", () -> annotation.getLabel().getName().equals(name));

        int before = labels();
        robot.key("o");
        robot.await("all predictions are shown", () -> canvas.scene().shapes().stream().anyMatch(Shape::isPrediction));
        List<Shape> shapes = robot.ask(() -> canvas.scene().shapes());
        Shape prediction = shapes.stream().filter(Shape::isPrediction).findFirst().orElseThrow();
        robot.act(() -> canvas.select(List.of(prediction)));
        robot.key("p");
        robot.await("the prediction is a label", () -> labels() == before + 1);
        assertEquals(prediction.label(), image().getAnnotations().get(before).getLabel().getName());
    }

    @Test
    void aMistypedClassIsNotChosenUnseen() {
        selectFirst();
        Annotation annotation = (Annotation) selected().element();
        LabelClass before = annotation.getLabel();
        robot.key("e");
        robot.await("the classes are listed", () -> chooser() != null
            && Widgets.all(chooser(), Text.class).get(0).isFocusControl());
        robot.type("platlets");
        robot.await("the one that may be meant is offered", () -> classes().equals(List.of("Platelets"))
            && Widgets.all(chooser(), Label.class).stream().anyMatch(text -> text.getText().startsWith("No class is called so")));
        robot.key("Return");
        robot.settle();
        assertSame(before, annotation.getLabel());
        robot.key("Down", "Return");
        robot.await("it is chosen", () -> annotation.getLabel().getName().equals("Platelets"));
    }

    private static Shell chooser() {
        return Stream.of(Display.getCurrent().getShells()).filter(shell -> shell.isVisible()
            && Widgets.all(shell, Text.class).stream().anyMatch(text -> text.getMessage().equals("Label class")))
            .findFirst().orElse(null);
    }

    private static List<String> classes() {
        return Stream.of(Widgets.only(chooser(), Table.class, any -> true).getItems())
            .map(row -> row.getText().replaceAll(" .*", "")).toList();
    }

    @Test
    void positionsAreShownToAThousandth() throws Exception {
        selectFirst();
        Annotation annotation = (Annotation) selected().element();
        DatasetCommands.run(dataset, LabelCommands.setBox(dataset, annotation, new double[] {34.76008244999997, 12, 0.25, 1e-5}))
            .get(30, TimeUnit.SECONDS);
        IPropertySource properties = robot.ask(() -> Adapters.adapt(annotation, IPropertySource.class));
        assertEquals(List.of("34.76", "12", "0.25", "1.0E-5"), robot.ask(() -> Stream.of("x", "y", "width", "height")
            .map(side -> properties.getPropertyValue("box." + side)).toList()));
    }

    @Test
    void aVerdictGoesOnToTheNextLabel() {
        selectFirst();
        List<Shape> shapes = robot.ask(() -> canvas.scene().shapes());
        robot.key("space");
        robot.await("the second is selected", () -> canvas.selection().equals(shapes.subList(1, 2)));
        robot.key("x");
        robot.await("the third is selected", () -> canvas.selection().equals(shapes.subList(2, 3)));
        robot.await("both verdicts are given", () -> Review.of(dataset).verdicts().size() == 2);
        robot.await("both are on their labels", () -> canvas.scene().verdict(shapes.get(0)) == VerdictKind.MODEL_WRONG
            && canvas.scene().verdict(shapes.get(1)) == VerdictKind.LABEL_WRONG);
        robot.await("their badges are painted", () -> paints(VerdictMark.badge()));
        assertTrue(robot.ask(() -> Widgets.all(Walk.window(), Table.class).stream().filter(Table::isVisible)
            .flatMap(table -> Stream.of(table.getItems())).anyMatch(row -> row.getText(1).endsWith("! Label is wrong"))),
            "the list of labels has it in words");
        robot.act(() -> canvas.select(List.of(shapes.getLast())));
        robot.key("u");
        robot.await("behind the last nothing is selected", () -> canvas.selection().isEmpty());
        undo();
        robot.await("a verdict is undone", () -> Review.of(dataset).verdicts().size() == 2);
        Annotation first = (Annotation) shapes.getFirst().element();
        robot.act(() -> canvas.select(shapes.subList(0, 1)));
        robot.key(first.getLabel() == dataset.labelClass(0) ? "2" : "1");
        robot.await("a fix says more than the verdict before it", () -> canvas.scene().verdict(shapes.getFirst()) == null);
    }

    private boolean paints(Color color) {
        Rectangle area = canvas.getClientArea();
        Image image = new Image(canvas.getDisplay(), area.width, area.height);
        GC gc = new GC(canvas);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        RGB wanted = color.getRGB();
        int pixels = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                pixels += data.palette.getRGB(data.getPixel(x, y)).equals(wanted) ? 1 : 0;
            }
        }
        return pixels > 40;
    }

    @Test
    void theEditMenuActsOnTheSelectedLabel() {
        selectFirst();
        int before = labels();
        robot.await("labels can be copied", () -> Menus.item("Edit", "Copy").isEnabled()
            && Menus.item("Edit", "Select All").isEnabled() && Menus.item("Edit", "Delete").isEnabled());
        robot.act(() -> Menus.choose("Edit", "Copy"));
        robot.act(() -> Menus.choose("Edit", "Paste"));
        robot.await("the copy is there", () -> labels() == before + 1 && canvas.selection().size() == 1);
        robot.act(() -> Menus.choose("Edit", "Delete"));
        robot.await("it is deleted", () -> labels() == before);
    }

    @Test
    void aHeldKeyHidesAllAndAShortPressWhatIsSelected() {
        int all = robot.ask(() -> canvas.scene().shapes().size());
        robot.hold("h");
        robot.await("all are hidden", canvas::isPeeking);
        robot.settle();
        robot.release("h");
        robot.await("all are shown", () -> !canvas.isPeeking());
        assertEquals(all, robot.ask(() -> canvas.scene().shapes().size()));
        selectFirst();
        robot.key("h");
        robot.await("one is hidden", () -> !canvas.isPeeking() && canvas.scene().shapes().size() == all - 1);
        robot.key("h");
        robot.await("it is shown again", () -> !canvas.isPeeking() && canvas.scene().shapes().size() == all);
    }

    @Test
    void aLockedLabelStaysWhereItIs() {
        selectFirst();
        Shape label = selected();
        robot.key("l");
        robot.await("it is locked", () -> canvas.scene().isLocked(label) && canvas.selection().isEmpty());
        robot.click(canvas, x(label.box().centerX()), y(label.box().centerY()));
        robot.settle();
        assertFalse(robot.ask(() -> canvas.selection().contains(label)), "the mouse does not take it");
        robot.act(() -> canvas.select(List.of(label)));
        double before = robot.ask(() -> canvas.viewport().deviceX(0));
        robot.key("Right");
        robot.await("the picture moves instead", () -> canvas.viewport().deviceX(0) != before);
        assertTrue(robot.ask(() -> canvas.preview().changed().isEmpty()));
        robot.key("Escape", "l");
        robot.await("it is unlocked", () -> !canvas.scene().isLocked(label));
    }

    @Test
    void aLockedLabelStaysAsItIsUntilShiftDelete() {
        int before = labels();
        robot.act(() -> canvas.select(canvas.scene().shapes().subList(0, 2)));
        List<Shape> both = robot.ask(canvas::selection);
        Annotation first = (Annotation) both.getFirst().element();
        Annotation second = (Annotation) both.getLast().element();
        LabelClass kept = first.getLabel();
        int other = kept == dataset.labelClass(0) ? 2 : 1;
        robot.act(() -> canvas.select(both.subList(0, 1)));
        robot.key("l");
        robot.await("one is locked", () -> canvas.scene().isLocked(both.getFirst()));
        robot.act(() -> canvas.select(both));
        robot.key(Integer.toString(other));
        robot.await("the other gets a class", () -> second.getLabel() == dataset.labelClass(other - 1));
        robot.await("the status line tells of the locked one", () -> says("Locked and left as it is"));
        assertSame(kept, first.getLabel());
        robot.act(() -> canvas.select(both.subList(0, 1)));
        assertFalse(robot.ask(() -> Widgets.all(Walk.window(), Button.class).stream()
            .filter(button -> button.isVisible() && button.getText().startsWith("Crowd")).findFirst().orElseThrow().isEnabled()));
        robot.key("Delete", "r");
        robot.await("this is told, too", () -> says("Locked and left as it is"));
        robot.settle();
        assertEquals(before, labels());
        assertSame(kept, first.getLabel());
        robot.key("shift+Delete");
        robot.await("Shift deletes it all the same", () -> labels() == before - 1);
        undo();
        robot.await("it is there again", () -> labels() == before);
    }

    private static boolean says(String text) {
        return Widgets.all(Walk.window(), CLabel.class).stream().anyMatch(line -> line.getText().contains(text));
    }

    @Test
    void copiesALabelToAnotherImage() {
        selectFirst();
        Box box = selected().box();
        String label = selected().label();
        robot.key("ctrl+c", "d");
        robot.await("the next image is shown", () -> editor.getAdapter(ImageRecord.class) != null
            && editor.getAdapter(ImageRecord.class).getIndex() == 1 && canvas.editable());
        int before = dataset.image(1).getAnnotations().size();
        robot.key("ctrl+v");
        robot.await("the copy is there and selected", () -> dataset.image(1).getAnnotations().size() == before + 1
            && canvas.selection().size() == 1);
        assertEquals(box, selected().box());
        assertEquals(label, selected().label());
        robot.key("ctrl+v");
        robot.await("another lies beside it", () -> dataset.image(1).getAnnotations().size() == before + 2
            && canvas.selection().size() == 1 && canvas.selection().get(0).box().x() == box.x() + 10);
        undo();
        robot.await("one undo takes one away", () -> dataset.image(1).getAnnotations().size() == before + 1);
    }

    @Test
    void theSelectionOfTheWorkbenchIsTheLabel() {
        selectFirst();
        robot.await("the workbench selects the label", () -> Walk.page().getSelection() instanceof IStructuredSelection selection
            && selection.getFirstElement() == canvas.selection().get(0).element());
        robot.key("Escape");
        robot.await("then the image", () -> Walk.page().getSelection() instanceof IStructuredSelection selection
            && selection.getFirstElement() instanceof ImageRecord);
    }

    @Test
    void zoomsAndGoesToTheNextImage() {
        double fitted = robot.ask(() -> canvas.viewport().scale());
        robot.key("ctrl+equal");
        robot.await("the picture is larger", () -> canvas.viewport().scale() > fitted);
        robot.key("f");
        robot.await("the picture fits", () -> canvas.viewport().scale() == fitted);
        robot.key("d");
        robot.await("the next image is shown", () -> editor.getAdapter(ImageRecord.class) != null
            && editor.getAdapter(ImageRecord.class).getIndex() == 1);
        robot.key("a");
        robot.await("the first image is shown", () -> editor.getAdapter(ImageRecord.class) != null
            && editor.getAdapter(ImageRecord.class).getIndex() == 0);
    }
}
