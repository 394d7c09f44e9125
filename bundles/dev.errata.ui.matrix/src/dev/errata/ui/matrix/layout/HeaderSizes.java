package dev.errata.ui.matrix.layout;

/**
 * What the headers need, measured once for a matrix and a font; points.
 *
 * @param line height of a line of text
 * @param widestName width of the widest class name
 * @param widestTotal width of the widest total
 */
public record HeaderSizes(int line, int widestName, int widestTotal) {
}
