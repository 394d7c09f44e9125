package dev.errata.dataset.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;

/** People know the files that they named, not the copies that were read: issues are told of the former. */
final class Origins {

    private final Map<String, String> originals = new ConcurrentHashMap<>();

    void add(Path copy, Path original) {
        originals.put(copy.toString(), original.toString());
    }

    SourceIssues of(SourceIssues read) {
        return read.told(read.issues().stream().map(this::of).toList());
    }

    private Issue of(Issue issue) {
        for (Map.Entry<String, String> entry : originals.entrySet()) {
            if (issue.file().startsWith(entry.getKey())) {
                String rest = issue.file().substring(entry.getKey().length());
                boolean packed = rest.startsWith("!") && Files.isDirectory(Path.of(entry.getValue()));
                String file = entry.getValue() + (packed ? "/" + rest.substring(1) : rest);
                return new Issue(issue.code(), issue.severity(), file, issue.line(), issue.column(), issue.offset(),
                    issue.pointer(), issue.record(), issue.value(),
                    issue.message().replace(entry.getKey(), entry.getValue()));
            }
        }
        return issue;
    }

    DatasetException of(FormatException refused) {
        FormatException told = new FormatException(of(refused.issue()));
        return new DatasetException(told.getMessage(), told);
    }
}
