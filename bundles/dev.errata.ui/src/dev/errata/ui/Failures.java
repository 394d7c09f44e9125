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
     * @param failure why; the message of its first cause is shown below
     */
    public static void show(String what, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        // the message that was written for people is the outer one, unless there is none
        Throwable told = failure.getMessage() == null || isOnlyCause(failure) ? cause : failure;
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
        return failure.getCause() != null && failure.getCause().toString().equals(failure.getMessage());
    }
}
