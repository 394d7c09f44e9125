package dev.errata.formats.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldColumnTest {

    @ParameterizedTest
    @CsvSource({"true,BOOLEAN", "False,BOOLEAN", "0,NUMBER", "-1.5e3,NUMBER", "2020-02-29,DATE", "2013-11-14 17:02:52,DATE",
        "2020-02-30,TEXT", "2020-01-01T00:00:00+0200,DATE", "NaN,TEXT", "1e999,TEXT", "night,TEXT", "0x10,TEXT"})
    void aSingleValueHasItsType(String value, FieldType type) {
        assertEquals(type, column(List.of(value)).type());
    }

    @Test
    void oneOddValueMakesTextOfAll() {
        FieldColumn column = column(List.of("1", "2", "two", "007"));
        assertEquals(FieldType.TEXT, column.type());
        assertEquals("007", column.text(3));
    }

    @Test
    void manyDifferentNumbersStayExactAndBecomeTextWhenOneIsNone() {
        Random random = new Random(5);
        FieldCollector numbers = new FieldCollector();
        FieldCollector mixed = new FieldCollector();
        double[] values = random.doubles(20_000).toArray();
        for (int row = 0; row < values.length; row++) {
            numbers.label(row, "score", Double.toString(values[row]));
            mixed.label(row, "score", row == values.length - 1 ? "none" : Integer.toString(row));
        }
        FieldColumn column = numbers.table().labels().getFirst();
        for (int row = 0; row < values.length; row++) {
            assertEquals(values[row], column.number(row));
        }
        FieldColumn texts = mixed.table().labels().getFirst();
        assertEquals(FieldType.TEXT, texts.type());
        assertEquals("12345", texts.text(12345));
        assertEquals("none", texts.text(values.length - 1));
    }

    @Test
    void whatIsMissingStaysMissing() {
        FieldCollector collector = new FieldCollector();
        collector.image(3, "weather", "rainy");
        collector.image(1, "weather", "");
        collector.image(9, "weather", null);
        FieldColumn column = collector.table().images().getFirst();
        assertEquals(1, column.present());
        assertNull(column.text(1));
        assertNull(column.text(9));
        assertEquals("rainy", column.text(3));
    }

    @Test
    void namesOfThingsAreNotKept() {
        FieldCollector collector = new FieldCollector();
        for (int row = 0; row <= 500_000; row++) {
            collector.label(row, "uuid", "u" + row);
            collector.label(row, "kind", row % 2 == 0 ? "a" : "b");
        }
        FieldTable table = collector.table();
        assertEquals(List.of("label.uuid"), table.tooMany());
        assertEquals(1, table.labels().size());
    }

    @Test
    void aDateStandsForItsYearItsMonthOrItsDay() {
        assertEquals(366L * 86_400_000, length("2020"));
        assertEquals(29L * 86_400_000, length("2020-02"));
        assertEquals(86_400_000, length("2020-02-29"));
        assertEquals(1, length("2020-02-29T10:00:00Z"));
        assertNull(FieldDates.span("2020-13"));
        assertNull(FieldDates.span("yesterday"));
        assertEquals(FieldDates.milliseconds("2020-01-01T00:00:00Z"), FieldDates.milliseconds("2020-01-01T02:00+02:00"));
        assertTrue(Double.isNaN(FieldDates.milliseconds("2020-01-01T25:00")));
    }

    private static double length(String date) {
        double[] span = FieldDates.span(date);
        return span[1] - span[0];
    }

    private static FieldColumn column(List<String> values) {
        FieldCollector collector = new FieldCollector();
        for (int row = 0; row < values.size(); row++) {
            collector.label(row, "field", values.get(row));
        }
        return collector.table().labels().getFirst();
    }
}
