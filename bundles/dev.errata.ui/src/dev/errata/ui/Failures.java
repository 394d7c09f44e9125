package dev.errata.ui;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.statushandlers.StatusManager;

import dev.errata.dataset.VisibleText;

/** Tells the person what went wrong, and keeps the details in the log. Any thread. */
public final class Failures {

    private static final String BUNDLE = "dev.errata.ui"; //$NON-NLS-1$

    private Failures() {
    }

    /**
     * @param what happened, a sentence
     * @param failure why; its message is shown below
     */
    public static void show(String what, Throwable failure) {
        // the message that was written for people is the outermost one
        Throwable told = failure;
        while (told.getCause() != null && (told.getMessage() == null || isOnlyCause(told))) {
            told = told.getCause();
        }
        StatusManager.getManager().handle(new Status(IStatus.ERROR, BUNDLE, VisibleText.lines(what), told),
            StatusManager.LOG | StatusManager.SHOW);
    }

    /**
     * Tells the person of something that they should know of, and that harms nothing.
     *
     * @param what happened, a sentence
     * @param why sentences, a line each
     */
    public static void warn(String what, String why) {
        StatusManager.getManager().handle(new Status(IStatus.WARNING, BUNDLE, VisibleText.lines(what + '\n' + why)),
            StatusManager.LOG | StatusManager.SHOW);
    }

    private static boolean isOnlyCause(Throwable failure) {
        return failure.getCause().toString().equals(failure.getMessage());
    }
}
