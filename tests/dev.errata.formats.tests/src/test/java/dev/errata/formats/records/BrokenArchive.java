package dev.errata.formats.records;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import dev.errata.formats.files.LabelTree;

/** A zip archive whose files are broken, though it is whole itself. */
final class BrokenArchive {

    private BrokenArchive() {
    }

    /** The bytes of all files, unpacked. */
    static long plainLength(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }

    static byte[] of(byte[] archive, UnaryOperator<byte[]> broken) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
            ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                out.write(entry.getName().equals(LabelTree.SIZES) ? content : broken.apply(content));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
