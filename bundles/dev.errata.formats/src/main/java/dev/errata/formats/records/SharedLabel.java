package dev.errata.formats.records;

/**
 * Records of one file whose class stands once for all of them, as that of a track does for all of its frames.
 *
 * @param first the position of the first
 * @param end behind the position of the last
 * @param begin the first byte of the class
 * @param behind the byte behind the class
 */
record SharedLabel(int first, int end, long begin, long behind) {
}
