package dev.errata.formats.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the records of a set of label files stand: file, first byte and length, by position. */
public final class RecordPlaces {

    private final List<String> files = new ArrayList<>();
    private int[] file = new int[64];
    private long[] begin = new long[64];
    private int[] length = new int[64];
    private int size;

    int addFile(String name) {
        files.add(name);
        return files.size() - 1;
    }

    int add(int fileIndex, long recordBegin, long recordEnd) {
        if (size == file.length) {
            int capacity = size + (size >> 1);
            file = Arrays.copyOf(file, capacity);
            begin = Arrays.copyOf(begin, capacity);
            length = Arrays.copyOf(length, capacity);
        }
        file[size] = fileIndex;
        begin[size] = recordBegin;
        length[size] = Math.toIntExact(recordEnd - recordBegin);
        return size++;
    }

    /** A record whose begin is known before its end. */
    void end(int position, long recordEnd) {
        length[position] = Math.toIntExact(recordEnd - begin[position]);
    }

    public int size() {
        return size;
    }

    public List<String> files() {
        return files;
    }

    public int file(int position) {
        return file[position];
    }

    public long begin(int position) {
        return begin[position];
    }

    public long end(int position) {
        return begin[position] + length[position];
    }
}
