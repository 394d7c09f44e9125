package dev.errata.cli;

/** How a result is printed. */
enum Output {
    text, json, csv
}
