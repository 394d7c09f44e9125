package dev.errata.ui.annotation.editor.commands;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchCommandConstants;

import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.canvas.CanvasInput;
import dev.errata.ui.annotation.tools.DrawBoxTool;
import dev.errata.ui.annotation.tools.PolygonTool;
import dev.errata.ui.annotation.tools.SelectTool;
import dev.errata.ui.annotation.tools.Tool;
import dev.errata.ui.annotation.tools.ZoomBoxTool;

/** The commands that are of the canvas alone: its tools, its view and what is selected. */
public final class CanvasTools {

    private final CanvasCommands commands;
    private final AnnotationCanvas canvas;

    private CanvasTools(CanvasCommands commands, AnnotationCanvas canvas) {
        this.commands = commands;
        this.canvas = canvas;
    }

    public static void install(CanvasCommands commands, AnnotationCanvas canvas) {
        new CanvasTools(commands, canvas).install();
    }

    private void install() {
        tool(CanvasCommands.SELECT, SelectTool.class, () -> new SelectTool(canvas));
        tool(CanvasCommands.DRAW_BOX, DrawBoxTool.class, () -> new DrawBoxTool(canvas));
        tool(CanvasCommands.DRAW_POLYGON, PolygonTool.class, () -> new PolygonTool(canvas));
        tool(CanvasCommands.ZOOM_BOX, ZoomBoxTool.class, () -> new ZoomBoxTool(canvas));
        commands.on(CanvasCommands.ZOOM_IN, () -> canvas.zoom(1.25));
        commands.on(CanvasCommands.ZOOM_OUT, () -> canvas.zoom(1 / 1.25));
        commands.on(CanvasCommands.FIT, canvas::fit);
        commands.on(CanvasCommands.ACTUAL_SIZE, canvas::showActualSize);
        commands.on(CanvasCommands.ZOOM_SELECTION, canvas::zoomToSelection);
        commands.on(CanvasCommands.HIDE, CanvasCommands.handler(this::hide));
        commands.on(CanvasCommands.LOCK, canvas::toggleLocked);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(CanvasInput.BUNDLE);
        BooleanSupplier wheelZooms = () -> preferences.getBoolean(CanvasInput.WHEEL_ZOOMS, false);
        commands.on(CanvasCommands.WHEEL_ZOOMS,
            () -> preferences.putBoolean(CanvasInput.WHEEL_ZOOMS, !wheelZooms.getAsBoolean()), wheelZooms);
        commands.on(IWorkbenchCommandConstants.EDIT_SELECT_ALL, () -> canvas.select(
            canvas.scene().shapes().stream().filter(shape -> !shape.isPrediction()).toList()));
    }

    private void hide(ExecutionEvent event) {
        if (event.getTrigger() instanceof Event key && key.type == SWT.KeyDown) {
            canvas.peek(key);
        } else {
            canvas.toggleHidden();
        }
    }

    private void tool(String command, Class<? extends Tool> type, Supplier<Tool> maker) {
        commands.on(command, () -> {
            canvas.setTool(maker.get());
            canvas.setFocus();
        }, () -> type.isInstance(canvas.tool()));
    }
}
