package dev.errata.engine.ranking;

/** The images that are learned from: all of them, or of very many a part, always the same. */
record StudiedImages(int oneOf) {

    /** So many labels teach as much as more of them would. */
    private static final int ENOUGH = 200_000;

    /** @param labels how many the dataset has */
    static StudiedImages of(int labels) {
        return new StudiedImages(Math.max(1, labels / ENOUGH));
    }

    boolean contain(int image) {
        int mixed = (image + 1) * 0x85EBCA6B;
        return Math.floorMod(mixed ^ mixed >>> 13, oneOf) == 0;
    }

    /** About how many of all are in these images. */
    double share(int all) {
        return Math.max(1, all / (double) oneOf);
    }
}
