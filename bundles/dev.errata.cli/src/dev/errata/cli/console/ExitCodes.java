package dev.errata.cli.console;

/** What a command returns to the shell, besides 0 for done. */
public final class ExitCodes {

    /** A command could not do what it was asked. */
    public static final int FAILED = 1;
    /** A command was not understood. */
    public static final int MISUSED = 2;

    private ExitCodes() {
    }
}
