package dev.errata.formats.records;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.files.FileText;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.FileEdit.Addition;
import dev.errata.formats.records.FileEdit.Change;
import dev.errata.formats.text.Splices;

/** How records stand in a text, so that one can be left out or added and its neighbours keep their bytes. */
public enum TextLayout {

    /** A record a line. */
    LINES {
        @Override
        void remove(FileText text, FileEdit edit, List<Piece> pieces) throws IOException {
            for (int i = edit.removed().nextSetBit(0); i >= 0; i = edit.removed().nextSetBit(i + 1)) {
                pieces.add(new Piece(lineBegin(text, edit.begin(i)), behindLine(text, edit.end(i)), ""));
            }
        }

        @Override
        void add(FileText text, FileEdit edit, Addition addition, Writer writer, List<Piece> pieces) throws IOException {
            boolean open = text.length() > 0 && !text.isLineEnd(text.length() - 1);
            String end = edit.isEmpty() ? firstLineEnd(text, edit) : lineEnd(text, edit);
            String neighbour = edit.isEmpty() ? null : record(text, edit, edit.end() - 1);
            StringBuilder lines = new StringBuilder();
            for (Added record : addition.records()) {
                lines.append(open ? end : "").append(writer.write(record, neighbour)).append(open ? "" : end);
            }
            pieces.add(new Piece(text.length(), text.length(), lines.toString()));
        }
    },

    /** Elements of JSON arrays. */
    ELEMENTS {
        @Override
        void remove(FileText text, FileEdit edit, List<Piece> pieces) throws IOException {
            int done = 0;
            for (int i = edit.removed().nextSetBit(0); i >= 0; i = edit.removed().nextSetBit(done)) {
                int first = i;
                while (first > edit.first() && onlyComma(text, edit.end(first - 1), edit.begin(first))) {
                    first--;
                }
                int end = i + 1;
                while (end < edit.end() && onlyComma(text, edit.end(end - 1), edit.begin(end))) {
                    end++;
                }
                removeOfArray(edit, first, end, pieces);
                done = end;
            }
        }

        private void removeOfArray(FileEdit edit, int first, int end, List<Piece> pieces) {
            boolean kept = false;
            long leading = -1;
            for (int i = first; i < end; i++) {
                if (edit.removed().get(i) && kept) {
                    pieces.add(new Piece(edit.end(i - 1), edit.end(i), ""));
                } else if (edit.removed().get(i)) {
                    leading = leading < 0 ? edit.begin(i) : leading;
                } else {
                    if (leading >= 0) {
                        pieces.add(new Piece(leading, edit.begin(i), ""));
                        leading = -1;
                    }
                    kept = true;
                }
            }
            if (leading >= 0) {
                pieces.add(new Piece(leading, edit.end(end - 1), ""));
            }
        }

        @Override
        void add(FileText text, FileEdit edit, Addition addition, Writer writer, List<Piece> pieces) throws IOException {
            int[] own = edit.ofImage(addition.image());
            String neighbour = neighbour(text, edit, own);
            String separator = separator(text, edit, own);
            StringBuilder records = new StringBuilder();
            boolean first = true;
            for (int position : own) {
                first &= edit.removed().get(position);
            }
            for (Added record : addition.records()) {
                records.append(first ? "" : separator).append(writer.write(record, neighbour));
                first = false;
            }
            pieces.add(placed(addition, edit, own, records.toString(), "\n"));
        }

        private String separator(FileText text, FileEdit edit, int[] own) throws IOException {
            if (own.length > 1) {
                return text.substring(edit.end(own[own.length - 2]), edit.begin(own[own.length - 1]));
            }
            if (own.length == 0) {
                return ", ";
            }
            String space = text.substring(spaceBegin(text, edit.begin(own[0])), edit.begin(own[0]));
            String record = record(text, edit, own[0]);
            return space.isEmpty() && record.startsWith("\": ", record.indexOf('"', 2)) ? ", " : "," + space;
        }
    },

    /** XML elements within another. */
    XML {
        @Override
        void remove(FileText text, FileEdit edit, List<Piece> pieces) throws IOException {
            for (int i = edit.removed().nextSetBit(0); i >= 0; i = edit.removed().nextSetBit(i + 1)) {
                pieces.add(new Piece(spaceBegin(text, edit.begin(i)), edit.end(i), ""));
            }
        }

        @Override
        void add(FileText text, FileEdit edit, Addition addition, Writer writer, List<Piece> pieces) throws IOException {
            boolean apart = addition.anchor().apart();
            int[] own = apart ? new int[0] : edit.ofImage(addition.image());
            String neighbour = apart ? null : neighbour(text, edit, own);
            String end = firstLineEnd(text, edit);
            String space = end + "  ";
            if (!apart && !edit.isEmpty()) {
                long begin = edit.begin(own.length == 0 ? edit.end() - 1 : own[own.length - 1]);
                space = text.substring(spaceBegin(text, begin), begin);
            }
            StringBuilder records = new StringBuilder();
            for (Added record : addition.records()) {
                String written = writer.write(record, neighbour);
                records.append(space).append(neighbour == null ? written.replace("\n", end) : written);
            }
            pieces.add(placed(addition, edit, own, records.toString(), end));
        }
    };

    /** A range to replace. */
    record Piece(long begin, long end, String text) {
    }

    /** Writes a new record in the manner of another. */
    @FunctionalInterface
    interface Writer {
        String write(Added record, String neighbour);
    }

    abstract void remove(FileText text, FileEdit edit, List<Piece> pieces) throws IOException;

    abstract void add(FileText text, FileEdit edit, Addition addition, Writer writer, List<Piece> pieces) throws IOException;

    /** What is to be replaced in a text so that all edits are done. */
    final Splices splices(FileText text, FileEdit edit, Writer writer, RawText raw) throws IOException {
        List<Piece> pieces = new ArrayList<>(edit.labels());
        for (Change change : edit.changes()) {
            pieces.add(new Piece(edit.begin(change.position()), edit.end(change.position()), change.text()));
        }
        remove(text, edit, pieces);
        for (Addition addition : edit.additions()) {
            add(text, edit, addition, writer, pieces);
        }
        // at the same place, what is replaced comes before what is inserted
        pieces.sort(Comparator.comparingLong(Piece::begin).thenComparingLong(Piece::end));
        Splices splices = new Splices();
        for (Piece piece : pieces) {
            splices.replace(piece.begin, piece.end, raw.toBytes(piece.text));
        }
        return splices;
    }

    private static String record(FileText text, FileEdit edit, int position) throws IOException {
        return text.substring(edit.begin(position), edit.end(position));
    }

    /** A record whose manner is followed: the last of the image, or else of the file; null where there is none. */
    private static String neighbour(FileText text, FileEdit edit, int[] own) throws IOException {
        return edit.isEmpty() ? null : record(text, edit, own.length == 0 ? edit.end() - 1 : own[own.length - 1]);
    }

    /** New records behind the last of their image, or where the first one goes. */
    private static Piece placed(Addition addition, FileEdit edit, int[] own, String records, String lineEnd) {
        if (own.length > 0) {
            long at = edit.end(own[own.length - 1]);
            return new Piece(at, at, records);
        }
        long at = addition.anchor().offset();
        return new Piece(at, at + addition.anchor().length(), addition.anchor().before() + records
            + addition.anchor().after().replace("\n", lineEnd));
    }

    private static boolean onlyComma(FileText text, long from, long to) throws IOException {
        int commas = 0;
        for (long i = from; i < to; i++) {
            if (text.charAt(i) == ',') {
                commas++;
            } else if (!text.isSpace(i)) {
                return false;
            }
        }
        return commas == 1;
    }

    private static long spaceBegin(FileText text, long from) throws IOException {
        long begin = from;
        while (begin > 0 && text.isSpace(begin - 1)) {
            begin--;
        }
        return begin;
    }

    private static long lineBegin(FileText text, long from) throws IOException {
        long begin = from;
        while (begin > 0 && !text.isLineEnd(begin - 1)) {
            begin--;
        }
        return begin;
    }

    private static long behindLine(FileText text, long from) throws IOException {
        long end = from;
        while (end < text.length() && !text.isLineEnd(end)) {
            end++;
        }
        return end == text.length() ? end : end + lineEndAt(text, end).length();
    }

    /** How the lines of a file end: as its last record does, or as the line before it. */
    private static String lineEnd(FileText text, FileEdit edit) throws IOException {
        long end = edit.end(edit.end() - 1);
        if (end < text.length() && text.isLineEnd(end)) {
            return lineEndAt(text, end);
        }
        long begin = lineBegin(text, edit.begin(edit.end() - 1));
        if (begin == 0) {
            return edit.others().lineEnd();
        }
        return lineEndAt(text, begin > 1 && text.charAt(begin - 2) == '\r' ? begin - 2 : begin - 1);
    }

    static String firstLineEnd(FileText text, FileEdit edit) throws IOException {
        String first = firstLineEnd(text);
        return first == null ? edit.others().lineEnd() : first;
    }

    /** The first line end of a text, or null where it has none. */
    static String firstLineEnd(FileText text) throws IOException {
        long first = 0;
        while (first < text.length() && !text.isLineEnd(first)) {
            first++;
        }
        return first < text.length() ? lineEndAt(text, first) : null;
    }

    private static String lineEndAt(FileText text, long at) throws IOException {
        return text.charAt(at) == '\n' ? "\n" : at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "\r\n" : "\r";
    }
}
