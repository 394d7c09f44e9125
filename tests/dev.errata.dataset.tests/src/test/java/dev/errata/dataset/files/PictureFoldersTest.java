package dev.errata.dataset.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A label file's names reach no file outside the picture folders. */
class PictureFoldersTest {

    @TempDir
    Path temporary;

    @Test
    void onlyFilesInsideAreFound() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("pictures/sub")).getParent();
        Path canary = Files.writeString(temporary.resolve("canary.jpg"), "secret");
        Path inside = Files.writeString(folder.resolve("sub/a b\u00e9.jpg"), "a");
        Files.createSymbolicLink(folder.resolve("out.jpg"), canary);
        Files.createSymbolicLink(folder.resolve("up"), temporary);
        Files.createSymbolicLink(folder.resolve("in.jpg"), inside);
        Path other = Files.createDirectory(temporary.resolve("other"));
        Path second = Files.writeString(other.resolve("b.jpg"), "b");
        PictureFolders folders = new PictureFolders(List.of(folder, other));

        for (String hostile : List.of("../canary.jpg", "..\\canary.jpg", "sub/../../canary.jpg", canary.toString(), "out.jpg",
            "up/canary.jpg", "file:" + canary, "file://" + canary, "http://example.org/a.jpg", "C:\\canary.jpg", "C:canary.jpg",
            "\\\\server\\share\\a.jpg", "//server/a.jpg", "a\0.jpg", "", ".", "/", "sub", "nothing.jpg", "x".repeat(5000))) {
            assertTrue(folders.find(hostile).isEmpty(), hostile);
        }
        assertTrue(folders.find(null).isEmpty());
        assertEquals(Optional.of(inside), folders.find("sub/a b\u00e9.jpg"));
        assertEquals(Optional.of(inside), folders.find("./sub\\a b\u00e9.jpg"));
        assertEquals(Optional.of(folder.resolve("in.jpg")), folders.find("in.jpg"));
        assertEquals(Optional.of(second), folders.find("b.jpg"));
        for (String unnamed : List.of("../canary", "out", "up/canary", "sub", "", "b.j")) {
            assertTrue(folders.find(unnamed).isEmpty(), unnamed);
        }
    }

    /** As those of the frames of videos. */
    @Test
    void namesWithoutEndingsFindPictures() throws Exception {
        Path frame = Files.writeString(Files.createDirectories(temporary.resolve("images")).resolve("frame_000012.PNG"), "p");
        Path dotted = Files.writeString(frame.resolveSibling("12.5 s.jpg"), "p");
        PictureFolders folders = new PictureFolders(List.of(temporary, frame.getParent()));
        assertEquals(Optional.of(frame), folders.find("frame_000012"));
        assertEquals(Optional.of(frame), folders.find("images/frame_000012"));
        assertEquals(Optional.of(dotted), folders.find("12.5 s"));
        assertTrue(folders.find("frame_000012.jpg").isEmpty());
    }
}
