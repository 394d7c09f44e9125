package dev.errata.formats.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.errata.formats.Formats;
import dev.errata.formats.LabelFormat;

/** Broken copies of long files show what grows faster than they do; see {@link ReaderContract}. */
class LongBrokenFilesTest {

    private static final int LONG_ROUNDS = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("names")
    void longFilesCostWhatTheirLengthExplains(String name) throws IOException {
        LabelFormat format = Formats.named(name).orElseThrow();
        ReaderContract contract = new ReaderContract(folder, new ReadingBudget());
        byte[] good = Files.readAllBytes(ConversionTest.write(format, LongLabels.of(60, 100), folder));
        for (int round = 0; round < LONG_ROUNDS; round++) {
            // a broken archive is refused at once, so those of many files are broken within
            boolean archive = format.manyFiles();
            Path file = folder.resolve(name + (archive ? ".zip" : ".labels"));
            Random random = new Random(round);
            Files.write(file, archive ? BrokenArchive.of(good, entry -> broken(entry, random)) : manyTimesBroken(good, random));
            contract.read(format, file, round);
        }
    }

    static List<String> names() {
        return Formats.all().stream().map(LabelFormat::name).filter(name -> !name.equals("classes-folder")).toList();
    }

    /** Every other round has very many faults of one kind, of which each is an issue. */
    private static byte[] manyTimesBroken(byte[] good, Random random) {
        if (random.nextBoolean()) {
            return broken(good, random);
        }
        int digit = random.nextInt(10);
        String text = new String(good, StandardCharsets.ISO_8859_1);
        return text.replace(digit + "", digit + "e99").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] broken(byte[] good, Random random) {
        return Fault.in(good, Stream.generate(() -> Fault.random(random)).limit(1 + random.nextInt(4)).toList());
    }
}
