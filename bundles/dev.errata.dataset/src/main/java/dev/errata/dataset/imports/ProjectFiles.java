package dev.errata.dataset.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that make a dataset folder an Eclipse project, and keep Git from changing line ends in it. */
final class ProjectFiles {

    private static final String PROJECT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <projectDescription>
        \t<name>%s</name>
        \t<comment></comment>
        \t<projects>
        \t</projects>
        \t<buildSpec>
        \t</buildSpec>
        \t<natures>
        \t\t<nature>%s</nature>
        \t</natures>
        </projectDescription>
        """;

    private static final String GIT_ATTRIBUTES = """
        sources/** -text
        journal/** -text
        """;

    private ProjectFiles() {
    }

    static void write(Path folder, String name) throws IOException {
        String escaped = name.replaceAll("[\\p{Cntrl}]", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        Files.writeString(folder.resolve(".project"), PROJECT.formatted(escaped, ImportDataset.NATURE));
        Files.writeString(folder.resolve(".gitattributes"), GIT_ATTRIBUTES);
    }
}
