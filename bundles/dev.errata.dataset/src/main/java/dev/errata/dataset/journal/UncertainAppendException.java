package dev.errata.dataset.journal;

import java.io.IOException;

/**
 * The connection was lost while an entry was being added: it is there or it is not, whole in either case. Whoever reads the
 * journal again will know.
 */
public final class UncertainAppendException extends IOException {

    private static final long serialVersionUID = 1L;

    public UncertainAppendException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
