package dev.errata.dataset.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.LabelClass;
import dev.errata.engine.Progress;

class DocumentFileTest {

    private static final List<String> NAMES = List.of("a\u001b[31m", "\u0000", "\ufffe\u202e", "\ud800 alone", "\ud83d\ude97",
        "back\\slash", "\\u001b", "\\\\u0041 <&>\"'", " two  blanks ", "line\nbreak\ttab\rreturn", "");

    @TempDir
    private Path folder;

    @Tag("case-75")
    @Test
    void anyNameOfAClassSurvivesTheDocument() throws Exception {
        Path target = folder.resolve("strange");
        new ImportDataset(target, labels()).run(Progress.NONE);
        assertEquals(NAMES, names(target));
        DocumentFile.save(DocumentFile.load(target), target);
        assertEquals(NAMES, names(target));
    }

    private Path labels() throws IOException {
        StringBuilder categories = new StringBuilder();
        for (String name : NAMES) {
            StringBuilder json = new StringBuilder();
            name.chars().forEach(c -> json.append(String.format(Locale.ROOT, "\\u%04x", c)));
            categories.append(categories.isEmpty() ? "" : ", ")
                .append("{\"id\": ").append(NAMES.indexOf(name)).append(", \"name\": \"").append(json).append("\"}");
        }
        return Files.writeString(folder.resolve("labels.json"), "{\"images\": [], \"annotations\": [], \"categories\": ["
            + categories + "]}");
    }

    private static List<String> names(Path target) throws DatasetException {
        return DocumentFile.load(target).getClasses().stream().map(LabelClass::getName).toList();
    }
}
