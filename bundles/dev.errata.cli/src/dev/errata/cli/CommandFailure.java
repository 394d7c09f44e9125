package dev.errata.cli;

/** A command cannot do what it was asked; the message is for the person who asked. */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }
}
