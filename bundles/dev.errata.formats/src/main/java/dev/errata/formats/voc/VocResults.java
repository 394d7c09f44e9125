package dev.errata.formats.voc;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.errata.formats.io.Element;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.Lines;
import dev.errata.formats.io.Lines.Part;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.TextLines;
import dev.errata.formats.records.Records;
import dev.errata.formats.records.Row;
import dev.errata.formats.records.Source;
import dev.errata.formats.text.Numbers;

/**
 * Detection results of Pascal VOC: a text file a class, named as {@code comp4_det_test_car.txt}; a line a box of image, score,
 * left, top, right and bottom (development kit of VOC2012, 3.4.2).
 */
public final class VocResults {

    private static final Pattern NAME = Pattern.compile("(?i)(?:^|[_/])det_[^_/]+_([^/]+)[.]txt$");
    private static final int COLUMNS = 6;

    private final Source source;
    private final Records into;

    VocResults(Source source, Records into) {
        this.source = source;
        this.into = into;
    }

    /** Whether a file is called as results of one class are. */
    public static boolean isResults(String name) {
        return NAME.matcher(name).find();
    }

    /** Whether a file is called so, and begins with a line of six columns. */
    static boolean looksLike(String name, String head) {
        List<Part> lines = Lines.of(head);
        return isResults(name) && !lines.isEmpty() && Lines.words(lines.getFirst().of(head)).size() == COLUMNS;
    }

    void read() throws IOException {
        List<String> files = source.tree().isSingle() ? source.tree().names()
            : source.tree().names("txt").stream().filter(VocResults::isResults).toList();
        if (files.isEmpty() || !isResults(files.getFirst())) {
            throw into.log().refuse("voc.results", 0, 0, "", "",
                "Results are text files named by their class, as comp4_det_test_car.txt is; there is none.");
        }
        source.begin(files, 1);
        for (String file : files) {
            Matcher name = NAME.matcher(file);
            if (name.find()) {
                read(file, name.group(1));
            }
        }
    }

    private void read(String file, String label) throws IOException {
        int index = into.file(file, source.place(file));
        try (InputStream in = source.open(file)) {
            TextLines lines = new TextLines(in, new IssueLog(source.place(file)));
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    into.element(new Element(line, lines.begin(), null));
                    row(lines.number(), line, label, into.record(index, 0, line.length()));
                }
            }
        }
    }

    private void row(long line, String record, String label, int position) {
        List<Part> words = Lines.words(record);
        String name = "line " + line;
        if (words.size() != COLUMNS) {
            into.quarantine(position, "voc.results.columns", line, 1, name, record,
                "A line has an image, a score and four corners; this one has " + words.size() + " columns.");
            return;
        }
        double[] values = new double[COLUMNS];
        for (int i = 1; i < COLUMNS; i++) {
            values[i] = Numbers.parse(words.get(i).of(record));
            if (!Double.isFinite(values[i])) {
                into.quarantine(position, "voc.results.number", line, words.get(i).begin() + 1L, name,
                    words.get(i).of(record), "A column is no finite number.");
                return;
            }
        }
        String image = words.getFirst().of(record);
        Row row = new Row();
        row.image = into.image(image, PathNames.stem(image), 0, 0);
        row.label = into.label(label);
        row.score = values[1];
        row.setCorners(values[2], values[3], values[4], values[5]);
        row.line = line;
        into.add(position, row);
    }
}
