package dev.errata.dataset;

import java.io.IOException;

/** A dataset could not be opened, changed or written. The message says what, where and what to do. */
public class DatasetException extends IOException {

    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
