package dev.errata.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import dev.errata.cli.console.CommandFailure;
import dev.errata.dataset.VisibleText;

/** Says in one sentence what went wrong, where, and what to do. */
final class Failures {

    private Failures() {
    }

    static String sentence(Throwable thrown) {
        Throwable failure = thrown;
        while (isWrapper(failure) && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return VisibleText.oneLine(switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder; check the path";
            case FileNotFoundException missing -> missing.getMessage() + "; check the path";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException exists -> exists.getFile() + ": exists already";
            case FileSystemException other when other.getReason() == null -> other.getFile() + ": cannot be read or written";
            case InvalidPathException path -> path.getInput() + ": is no path (" + path.getReason() + ")";
            case CancellationException cancelled -> "cancelled; nothing was changed";
            case OutOfMemoryError full -> outOfMemory();
            case CommandFailure told -> told.getMessage();
            case IllegalArgumentException told when told.getMessage() != null -> told.getMessage();
            case IOException told when told.getMessage() != null -> told.getMessage();
            default -> "this is a fault of the program: " + failure + at(failure);
        });
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof ExecutionException || thrown instanceof CompletionException
            || thrown instanceof UncheckedIOException;
    }

    static String outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return "the memory is too small (" + megabytes + " MB for Java); set ERRATA_JAVA_OPTS=-Xmx" + 2 * megabytes
            + "m and try again";
    }

    private static String at(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
