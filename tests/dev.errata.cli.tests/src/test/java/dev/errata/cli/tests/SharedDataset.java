package dev.errata.cli.tests;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A small dataset that is imported once; each test works on a copy. */
final class SharedDataset {

    private static final String LABELS = """
        {"images":[{"id":1,"file_name":"a.jpg"},{"id":2,"file_name":"b.jpg"}],
        "annotations":[%s],
        "categories":[{"id":1,"name":"car"},{"id":2,"name":"person"},{"id":3,"name":"bus"}]}
        """;

    private static Path imported;

    private SharedDataset() {
    }

    /** Copies the dataset into a folder. Annotations have the ids 1 to 60. */
    static synchronized Path copyTo(Path folder) throws IOException, InterruptedException {
        if (imported == null) {
            Path work = Files.createTempDirectory("errata-cli-tests");
            StringBuilder annotations = new StringBuilder();
            for (int id = 1; id <= 60; id++) {
                annotations.append(id == 1 ? "" : ",\n").append("{\"id\":").append(id).append(",\"image_id\":")
                    .append(1 + id % 2).append(",\"category_id\":1,\"bbox\":[").append(id * 10)
                    .append(",0,8,8],\"area\":64,\"iscrowd\":0}");
            }
            Files.writeString(work.resolve("labels.json"), LABELS.formatted(annotations));
            Files.writeString(work.resolve("run.json"),
                "[{\"image_id\":2,\"category_id\":2,\"bbox\":[10,0,8,8],\"score\":0.5}]");
            new Product(work).done("import", "dataset", "--labels", "labels.json", "--run", "m=run.json");
            imported = work.resolve("dataset");
        }
        Path copy = folder.resolve("dataset");
        copy(imported, copy);
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
