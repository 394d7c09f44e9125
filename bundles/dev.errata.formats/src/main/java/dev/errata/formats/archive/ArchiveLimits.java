package dev.errata.formats.archive;

/** How much an archive may hold before it is taken for one that was made to harm. */
final class ArchiveLimits {

    /** Bytes of all files of an archive. */
    static final long TOTAL = 64L << 30;

    /** What unpacks to less harms nobody, however well it was packed. */
    private static final long SMALL = 1 << 20;
    private static final int RATIO = 100;
    private static final int MANY = 100_000;
    private static final int MOST = 2_000_000;
    private static final int PACKED_FILE = 128;

    private ArchiveLimits() {
    }

    /** Whether so few packed bytes are no honest origin of so many plain ones. */
    static boolean isBomb(long plain, long packed) {
        return plain > SMALL && plain / Math.max(1, packed) > RATIO;
    }

    /**
     * Whether an archive has more files than labels need. Beyond 100,000 each must take some bytes of the archive, as those of
     * COCO's 118,000 training images and their label files do, so that a small archive never makes many names.
     *
     * @param packed the size of the archive on disk, bytes
     */
    static boolean isTooMany(long files, long packed) {
        return files > MOST || files > MANY && packed / files < PACKED_FILE;
    }
}
