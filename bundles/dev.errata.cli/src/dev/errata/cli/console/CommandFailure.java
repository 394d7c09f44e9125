package dev.errata.cli.console;

/** A command cannot do what it was asked; the message is for the person who asked. */
public final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, shown as it is */
    public CommandFailure(String message) {
        super(message);
    }
}
