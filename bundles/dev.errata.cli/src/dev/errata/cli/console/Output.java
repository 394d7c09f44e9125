package dev.errata.cli.console;

/** How a result is printed. */
public enum Output {
    text, json, csv
}
