package dev.errata.dataset.changes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.cache.FileStamps;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.model.Dataset;
import dev.errata.formats.io.FileFaults;

/** Where an open dataset's changes are kept, and whether its document says so still: somebody may move them elsewhere. */
final class JournalPlace {

    private final Path dataset;
    private final String journal;
    private final String journalId;
    /** The document as it was when it said so. */
    private String stamp = "";

    JournalPlace(Path dataset, Dataset document) {
        this.dataset = dataset;
        journal = document.getJournal();
        journalId = document.getJournalId();
    }

    /** @throws DatasetException if changes are kept elsewhere now; what is read or written here nobody else sees */
    void check() throws DatasetException {
        try {
            String now = FileStamps.identity(dataset.resolve(DocumentFile.NAME));
            if (!now.equals(stamp)) {
                Dataset document = DocumentFile.load(dataset);
                if (!Objects.equals(journal, document.getJournal())
                    || journal != null && !journalId.equals(document.getJournalId())) {
                    throw new DatasetException("The changes of this dataset are kept elsewhere now: somebody moved them. Close"
                        + " the dataset and open it again.");
                }
                stamp = now;
            }
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(FileFaults.told(e), e);
        }
    }
}
