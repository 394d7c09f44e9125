package dev.errata.dataset.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.engine.Progress;

/** Pictures that were moved, or that a teammate has elsewhere, are found again. */
class LocatePicturesTest {

    @TempDir
    Path temporary;
    SmallDataset small;
    Path moved;

    @BeforeEach
    void importWithAPictureMissing() throws Exception {
        small = new SmallDataset(temporary);
        small.importing().run(Progress.NONE);
        moved = Files.createDirectories(temporary.resolve("moved/train"));
    }

    private Path picture(OpenDataset dataset, int image) throws Exception {
        return Files.writeString(moved.resolve(dataset.fileName(image)), "picture");
    }

    @Test
    void theyAreFoundBelowTheFolderAndStayFound() throws Exception {
        try (OpenDataset dataset = small.open()) {
            assertEquals(Optional.empty(), dataset.picture(1));
            Path second = picture(dataset, 1);
            List<Boolean> told = new ArrayList<>();
            dataset.addListener(event -> told.add(event.evaluation()));
            assertEquals(3, LocatePictures.run(dataset, temporary.resolve("moved")), "the others stay found");
            assertEquals(Optional.of(second), dataset.picture(1));
            assertEquals(List.of(true), told);
        }
        try (OpenDataset again = small.open()) {
            assertTrue(again.picture(1).isPresent());
            assertEquals(2, again.document().getRuns().size());
        }
    }

    @Test
    void aNewFolderGoesBeforeThoseKnown() throws Exception {
        try (OpenDataset dataset = small.open()) {
            Path first = picture(dataset, 0);
            LocatePictures.run(dataset, moved);
            assertEquals(List.of(moved.toString(), small.images.toString()), dataset.document().getImageFolders());
            assertEquals(Optional.of(first), dataset.picture(0));
        }
    }

    @Test
    void aFolderWithoutThemChangesNothing() throws Exception {
        byte[] before = Files.readAllBytes(small.folder.resolve("dataset.errata"));
        try (OpenDataset dataset = small.open()) {
            Files.writeString(moved.resolve("another.jpg"), "picture");
            DatasetException refused = assertThrows(DatasetException.class, () -> LocatePictures.run(dataset, moved));
            assertTrue(refused.getMessage().contains(dataset.fileName(0)), refused.getMessage());
            assertThrows(DatasetException.class, () -> LocatePictures.run(dataset, temporary.resolve("nowhere")));
        }
        assertArrayEquals(before, Files.readAllBytes(small.folder.resolve("dataset.errata")));
    }
}
