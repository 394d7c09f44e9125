package dev.errata.dataset.imports;

import java.util.List;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/** A strict import met records that would have been set aside; nothing was imported. */
public final class StrictImportException extends DatasetException {

    private static final long serialVersionUID = 1L;

    private final transient List<SourceIssues> sources;

    private StrictImportException(String message, List<SourceIssues> sources) {
        super(message);
        this.sources = sources;
    }

    /** What was wrong in all files that were read. */
    public List<SourceIssues> sources() {
        return sources;
    }

    /** @throws StrictImportException if a record of a file was set aside */
    static void check(List<SourceIssues> sources) throws StrictImportException {
        for (SourceIssues source : sources) {
            long aside = source.counts().quarantined();
            if (aside > 0) {
                throw new StrictImportException("Nothing was imported: " + aside + " of " + source.counts().read()
                    + " records of " + source.file() + " are not usable" + first(source)
                    + " Mend the file, or import without being strict to set them aside.", List.copyOf(sources));
            }
        }
    }

    private static String first(SourceIssues source) {
        return source.issues().stream().filter(issue -> issue.severity() == Severity.QUARANTINED).findFirst()
            .map(StrictImportException::first).orElse(".");
    }

    private static String first(Issue issue) {
        return ". The first: line " + issue.line() + (issue.record().isEmpty() ? "" : ", record " + issue.record()) + ": "
            + issue.message();
    }
}
