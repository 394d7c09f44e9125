package dev.errata.formats.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.records.FileEdit.Addition;
import dev.errata.formats.records.FileEdit.Slot;

/** How records stand in a text, so that one can be left out or added and its neighbours keep their bytes. */
public enum TextLayout {

    /** A record a line. */
    LINES {
        @Override
        void remove(String text, List<Slot> slots, List<Piece> pieces) {
            for (Slot slot : slots) {
                if (slot.removed()) {
                    pieces.add(new Piece(lineBegin(text, slot.begin()), lineEnd(text, slot.end()), ""));
                }
            }
        }

        @Override
        void add(String text, List<Slot> slots, Addition addition, Writer writer, List<Piece> pieces) {
            String end = text.contains("\r\n") ? "\r\n" : "\n";
            boolean open = !text.isEmpty() && text.charAt(text.length() - 1) != '\n' && text.charAt(text.length() - 1) != '\r';
            StringBuilder lines = new StringBuilder();
            String neighbour = slots.isEmpty() ? null : text.substring(slots.getLast().begin(), slots.getLast().end());
            for (Added record : addition.records()) {
                lines.append(open ? end : "").append(writer.write(record, neighbour)).append(open ? "" : end);
            }
            pieces.add(new Piece(text.length(), text.length(), lines.toString()));
        }
    },

    /** Elements of JSON arrays. */
    ELEMENTS {
        @Override
        void remove(String text, List<Slot> slots, List<Piece> pieces) {
            int at = 0;
            while (at < slots.size()) {
                int end = at + 1;
                while (end < slots.size() && onlyComma(text, slots.get(end - 1).end(), slots.get(end).begin())) {
                    end++;
                }
                removeOfArray(slots.subList(at, end), pieces);
                at = end;
            }
        }

        private void removeOfArray(List<Slot> array, List<Piece> pieces) {
            boolean kept = false;
            int leading = -1;
            for (int i = 0; i < array.size(); i++) {
                Slot slot = array.get(i);
                if (slot.removed() && kept) {
                    pieces.add(new Piece(array.get(i - 1).end(), slot.end(), ""));
                } else if (slot.removed()) {
                    leading = leading < 0 ? slot.begin() : leading;
                } else {
                    if (leading >= 0) {
                        pieces.add(new Piece(leading, slot.begin(), ""));
                        leading = -1;
                    }
                    kept = true;
                }
            }
            if (leading >= 0) {
                pieces.add(new Piece(leading, array.getLast().end(), ""));
            }
        }

        @Override
        void add(String text, List<Slot> slots, Addition addition, Writer writer, List<Piece> pieces) {
            List<Slot> own = slots.stream().filter(slot -> slot.image() == addition.image()).toList();
            Slot template = own.isEmpty() ? slots.isEmpty() ? null : slots.getLast() : own.getLast();
            String neighbour = template == null ? null : text.substring(template.begin(), template.end());
            StringBuilder records = new StringBuilder();
            boolean first = own.stream().allMatch(Slot::removed);
            String separator = separator(text, own);
            for (Added record : addition.records()) {
                records.append(first ? "" : separator).append(writer.write(record, neighbour));
                first = false;
            }
            if (own.isEmpty()) {
                pieces.add(anchored(addition, records.toString()));
            } else {
                pieces.add(new Piece(own.getLast().end(), own.getLast().end(), records.toString()));
            }
        }

        private String separator(String text, List<Slot> own) {
            if (own.size() > 1) {
                return text.substring(own.get(own.size() - 2).end(), own.getLast().begin());
            }
            if (own.isEmpty()) {
                return ", ";
            }
            int begin = own.getFirst().begin();
            while (" \t\r\n".indexOf(text.charAt(begin - 1)) >= 0) {
                begin--;
            }
            String space = text.substring(begin, own.getFirst().begin());
            return space.isEmpty() && text.startsWith("\": ", text.indexOf('"', own.getFirst().begin() + 2)) ? ", " : "," + space;
        }
    },

    /** XML elements within another. */
    XML {
        @Override
        void remove(String text, List<Slot> slots, List<Piece> pieces) {
            for (Slot slot : slots) {
                if (slot.removed()) {
                    pieces.add(new Piece(spaceBegin(text, slot.begin()), slot.end(), ""));
                }
            }
        }

        @Override
        void add(String text, List<Slot> slots, Addition addition, Writer writer, List<Piece> pieces) {
            List<Slot> own = slots.stream().filter(slot -> slot.image() == addition.image()).toList();
            Slot template = own.isEmpty() ? slots.isEmpty() ? null : slots.getLast() : own.getLast();
            String neighbour = template == null ? null : text.substring(template.begin(), template.end());
            String space = template == null ? "\n  " : text.substring(spaceBegin(text, template.begin()), template.begin());
            StringBuilder records = new StringBuilder();
            for (Added record : addition.records()) {
                records.append(space).append(writer.write(record, neighbour));
            }
            if (own.isEmpty()) {
                pieces.add(anchored(addition, records.toString()));
            } else {
                pieces.add(new Piece(own.getLast().end(), own.getLast().end(), records.toString()));
            }
        }
    };

    /** A range to replace. */
    record Piece(int begin, int end, String text) {
    }

    /** Writes a new record in the manner of another. */
    @FunctionalInterface
    interface Writer {
        String write(Added record, String neighbour);
    }

    abstract void remove(String text, List<Slot> slots, List<Piece> pieces);

    abstract void add(String text, List<Slot> slots, Addition addition, Writer writer, List<Piece> pieces);

    /** The text with all edits done. */
    final String apply(String text, FileEdit edit, Writer writer) {
        List<Piece> pieces = new ArrayList<>();
        for (Slot slot : edit.slots()) {
            if (slot.text() != null && !slot.removed()) {
                pieces.add(new Piece(slot.begin(), slot.end(), slot.text()));
            }
        }
        remove(text, edit.slots(), pieces);
        for (Addition addition : edit.additions()) {
            add(text, edit.slots(), addition, writer, pieces);
        }
        // at the same place, what is replaced comes before what is inserted
        pieces.sort(Comparator.comparingInt(Piece::begin).thenComparingInt(Piece::end));
        StringBuilder result = new StringBuilder(text.length() + 256);
        int at = 0;
        for (Piece piece : pieces) {
            result.append(text, at, piece.begin).append(piece.text);
            at = piece.end;
        }
        return result.append(text, at, text.length()).toString();
    }

    private static Piece anchored(Addition addition, String records) {
        int at = (int) addition.anchor().offset();
        return new Piece(at, at + addition.anchor().length(), addition.anchor().before() + records + addition.anchor().after());
    }

    private static boolean onlyComma(String text, int from, int to) {
        int commas = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ',') {
                commas++;
            } else if (" \t\r\n".indexOf(c) < 0) {
                return false;
            }
        }
        return commas == 1;
    }

    private static int spaceBegin(String text, int from) {
        int begin = from;
        while (begin > 0 && " \t\r\n".indexOf(text.charAt(begin - 1)) >= 0) {
            begin--;
        }
        return begin;
    }

    private static int lineBegin(String text, int from) {
        int begin = from;
        while (begin > 0 && text.charAt(begin - 1) != '\n' && text.charAt(begin - 1) != '\r') {
            begin--;
        }
        return begin;
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        return Math.min(text.length(), end + 1);
    }
}
