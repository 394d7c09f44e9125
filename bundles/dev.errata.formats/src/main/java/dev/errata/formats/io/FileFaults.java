package dev.errata.formats.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why a file could not be read or written: the exceptions of the library often tell the path alone. */
public final class FileFaults {

    private FileFaults() {
    }

    /** The file and the reason, or the message that the exception has where it has one. */
    public static String told(IOException fault) {
        return fault instanceof FileSystemException file && file.getReason() == null ? file.getFile() + ": " + why(file)
            : fault.getMessage() == null ? fault.toString() : fault.getMessage();
    }

    /** The reason alone, where the file is named already. */
    public static String why(IOException fault) {
        return switch (fault) {
            case FileSystemException told when told.getReason() != null -> told.getReason();
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "there is no such file or folder";
            case FileAlreadyExistsException exists -> "exists already";
            case NotDirectoryException file -> "is no folder";
            case DirectoryNotEmptyException full -> "is not empty";
            case FileSystemException other -> "cannot be read or written";
            default -> fault.getMessage() == null ? fault.toString() : fault.getMessage();
        };
    }
}
