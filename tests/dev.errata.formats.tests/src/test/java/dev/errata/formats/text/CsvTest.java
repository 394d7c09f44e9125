package dev.errata.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for spreadsheets cannot run there. */
class CsvTest {

    private static String cell(String value) {
        StringWriter text = new StringWriter();
        new Csv(new PrintWriter(text)).text(value);
        return text.toString();
    }

    @Tag("case-74")
    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "|x", "%x", "\uff1dx"})
    void whatASpreadsheetWouldRunGetsAnApostrophe(String name) {
        assertEquals("\"'" + name + "\"", cell(name));
    }

    @Test
    void otherNamesStayWhatTheyAre() {
        assertEquals("\"a=b\"", cell("a=b"));
        assertEquals("\"\"", cell(""));
        assertEquals("\"a \"\"b\"\", c\"", cell("a \"b\", c"));
    }
}
