package dev.errata.dataset.operations;

import java.util.List;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;

/** A journal that cannot be read just now, as a problem of the dataset. */
public final class LostJournal {

    private LostJournal() {
    }

    /** @return one, or none where the journal can be read; its file is the document, which names the journal */
    public static List<Issue> of(OpenDataset dataset) {
        return dataset.changes().lost().map(reason -> List.of(new Issue("journal.lost", Severity.WARNING,
            dataset.folder().resolve(DocumentFile.NAME).toString(), 0, 0, "", "",
            "What is shown may be old, and nothing can be changed. " + reason))).orElse(List.of());
    }
}
