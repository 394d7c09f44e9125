package dev.errata.ui.annotation.editor.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IHandler;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.UIElement;
import org.eclipse.ui.statushandlers.StatusManager;

/** The handlers of one editor, active as long as the editor is the active part. */
public final class CanvasCommands {

    private static final String BUNDLE = "dev.errata.ui.annotation"; //$NON-NLS-1$
    public static final String PREFIX = "dev.errata.ui.annotation."; //$NON-NLS-1$
    static final String SELECT = PREFIX + "select"; //$NON-NLS-1$
    static final String DRAW_BOX = PREFIX + "drawBox"; //$NON-NLS-1$
    static final String DRAW_POLYGON = PREFIX + "drawPolygon"; //$NON-NLS-1$
    static final String ZOOM_BOX = PREFIX + "zoomBox"; //$NON-NLS-1$
    static final String ZOOM_IN = PREFIX + "zoomIn"; //$NON-NLS-1$
    static final String ZOOM_OUT = PREFIX + "zoomOut"; //$NON-NLS-1$
    static final String FIT = PREFIX + "fit"; //$NON-NLS-1$
    static final String ACTUAL_SIZE = PREFIX + "actualSize"; //$NON-NLS-1$
    static final String ZOOM_SELECTION = PREFIX + "zoomSelection"; //$NON-NLS-1$
    static final String HIDE = PREFIX + "hide"; //$NON-NLS-1$
    static final String LOCK = PREFIX + "lock"; //$NON-NLS-1$
    public static final String DELETE_LOCKED = PREFIX + "deleteLocked"; //$NON-NLS-1$
    public static final String DUPLICATE = PREFIX + "duplicate"; //$NON-NLS-1$
    public static final String OVERLAY = PREFIX + "overlay"; //$NON-NLS-1$
    static final String WHEEL_ZOOMS = PREFIX + "wheelZooms"; //$NON-NLS-1$

    private final IHandlerService handlers;
    private final ICommandService commands;
    private final List<String> checked = new ArrayList<>();

    public CanvasCommands(IWorkbenchPartSite site) {
        handlers = site.getService(IHandlerService.class);
        commands = site.getService(ICommandService.class);
    }

    public void on(String command, Runnable action) {
        handlers.activateHandler(command, new Plain(action));
    }

    /** A command that is shown as checked. */
    public void on(String command, Runnable action, BooleanSupplier isChecked) {
        checked.add(command);
        handlers.activateHandler(command, new Checked(action, isChecked));
    }

    public void on(String command, IHandler handler) {
        handlers.activateHandler(command, handler);
    }

    /** Executes a command as if the person had. */
    public static void execute(IWorkbenchPartSite site, String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (ExecutionException | NotDefinedException | NotEnabledException | NotHandledException failure) {
            StatusManager.getManager().handle(new Status(IStatus.ERROR, BUNDLE, failure.getMessage(), failure),
                StatusManager.LOG | StatusManager.SHOW);
        }
    }

    /** What a handler does. */
    @FunctionalInterface
    public interface Execution {

        void execute(ExecutionEvent event) throws ExecutionException;
    }

    public static IHandler handler(Execution execution) {
        return new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) throws ExecutionException {
                execution.execute(event);
                return null;
            }
        };
    }

    /** Shows anew what is checked. */
    public void refresh() {
        checked.forEach(command -> commands.refreshElements(command, null));
    }

    /** Does something by command. */
    private static class Plain extends AbstractHandler {

        private final Runnable action;

        Plain(Runnable action) {
            this.action = action;
        }

        @Override
        public Object execute(ExecutionEvent event) {
            action.run();
            return null;
        }
    }

    /** One of several, or on and off. */
    private static final class Checked extends Plain implements IElementUpdater {

        private final BooleanSupplier isChecked;

        Checked(Runnable action, BooleanSupplier isChecked) {
            super(action);
            this.isChecked = isChecked;
        }

        @Override
        public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
            element.setChecked(isChecked.getAsBoolean());
        }
    }
}
