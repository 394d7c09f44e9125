package dev.errata.formats.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Broken copies of real files of each format; see {@link ReaderContract}. What fails is shrunk to the fewest faults. */
class BrokenFilesTest {

    /** Of each format some files; one that the format writes itself where none is named. */
    private static final List<String> SEEDS = List.of(
        "coco:coco/ignore_gt.json", "coco:coco/faster_gt.json", "voc:voc/BloodImage_00000.xml",
        "kitti:kitti/label_2/000001.txt", "kitti:kitti/label_02/0001.txt", "yolo:yolo/labels/000000000009.txt",
        "bdd100k:scalabel/kitti_detection.json", "bdd100k:scalabel/polygons.json", "cvat:cvat/shapes.xml",
        "cvat:cvat/video.xml", "openimages:openimages/decimal_comma.csv", "openimages:openimages/pixels.csv",
        "openimages:openimages/sizes.csv", "voc:turned/ship.xml", "classes-csv:openimages/pixels.csv",
        "labelme:labelme/2007_000027.json", "createml:createml/_annotations.createml.json", "labelstudio:",
        "labelstudio:labelstudio/min.json", "nucleus:", "fiftyone:", "classes-csv:", "coco:coco/ignore_dt.json",
        "voc:voc_results/comp4_det_test_car.txt");
    private static final String FORMAT = System.getProperty("errata.fuzz.format", "");
    private static final int LONGEST = 60_000;
    private static final Map<String, byte[]> GOOD = new HashMap<>();

    private static Path folder;
    private static ReaderContract contract;
    private static GroundTruth labels;
    private static long files;

    @BeforeContainer
    static void prepare() throws IOException {
        folder = Files.createTempDirectory("broken-files");
        contract = new ReaderContract(folder, new ReadingBudget());
        Path coco = WriteBackTest.resource("coco/ignore_gt.json");
        labels = Formats.detect(coco).readGroundTruth(coco, Progress.NONE);
    }

    @AfterContainer
    static void tidyUp() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        System.out.println(files + " broken files; " + contract.budget());
    }

    /** The same files at each build. */
    @Property(tries = 3600, seed = "2026")
    void onlyIssuesComeOut(@ForAll("seeds") String seed, @ForAll("faults") List<Fault> faults) throws IOException {
        read(seed, faults);
    }

    /** Other files each time, as many as {@code tests/fuzz} asks for. */
    @Property
    @Tag("fuzz")
    void onlyIssuesComeOutOfMore(@ForAll("seeds") String seed, @ForAll("faults") List<Fault> faults) throws IOException {
        read(seed, faults);
    }

    private static void read(String seed, List<Fault> faults) throws IOException {
        String[] parts = seed.split(":", 2);
        LabelFormat format = Formats.named(parts[0]).orElseThrow();
        if (!GOOD.containsKey(seed)) {
            byte[] whole = Files.readAllBytes(parts[1].isEmpty() ? written(format) : WriteBackTest.resource(parts[1]));
            GOOD.put(seed, Arrays.copyOf(whole, Math.min(whole.length, LONGEST)));
        }
        String name = parts[1].isEmpty() ? format.name() + ".labels" : parts[1].substring(parts[1].lastIndexOf('/') + 1);
        Path file = Files.write(folder.resolve(name), Fault.in(GOOD.get(seed), faults));
        int round = faults.stream().mapToInt(Fault::place).sum() % Fault.PLACES;
        contract.read(format, file, round);
        if (format.holds().contains(Holds.PREDICTIONS) || format.name().equals("voc")) {
            contract.readPredictions(format, file, labels, round);
        }
        files++;
    }

    /** The largest file that a format writes. */
    private static Path written(LabelFormat format) throws IOException {
        Path written = Files.createDirectories(folder.resolve("written by " + format.name()));
        format.write(labels, LabelSink.folder(written), Progress.NONE);
        try (Stream<Path> all = Files.list(written)) {
            return all.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
        }
    }

    @Provide
    Arbitrary<String> seeds() {
        return Arbitraries.of(SEEDS.stream().filter(seed -> FORMAT.isEmpty() || seed.startsWith(FORMAT + ":")).toList());
    }

    @Provide
    Arbitrary<List<Fault>> faults() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, Fault.PLACES - 1)
            .withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> lengths = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.integers().between(0, Fault.SHORT)),
            Tuple.of(1, Arbitraries.integers().between(0, Fault.LONG - 1)));
        Arbitrary<String> tokens = Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(Fault.TOKENS)),
            Tuple.of(1, Arbitraries.integers().between(0, 255).map(Character::toString)));
        return Combinators.combine(Arbitraries.of(Fault.Kind.class), places, lengths, tokens).as(Fault::new).list()
            .ofMinSize(1).ofMaxSize(4);
    }
}
