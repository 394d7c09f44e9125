package dev.errata.formats.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.engine.metrics.FederatedRules.Frequency;

class FederationTest {

    @TempDir
    private Path folder;

    @Test
    void whatLvisAddsIsRead() throws IOException {
        FederatedRules rules = read("""
            {"images":[
            {"id":1,"neg_category_ids":[30,10,99],"not_exhaustive_category_ids":[20]},
            {"id":2,"neg_category_ids":[],"not_exhaustive_category_ids":null},
            {"id":3,"not_exhaustive_category_ids":["30", {}]}],
            "annotations":[],
            "categories":[{"id":10,"name":"a","frequency":"r"},{"id":20,"name":"b","frequency":"f"},
            {"id":30,"name":"c","frequency":"often"},{"id":40,"name":"d"}]}""");
        assertArrayEquals(new int[] {0, 2}, rules.absent(0));
        assertArrayEquals(new int[] {1}, rules.incomplete(0));
        assertEquals(0, rules.absent(1).length + rules.incomplete(1).length + rules.absent(2).length);
        assertArrayEquals(new int[] {2}, rules.incomplete(2));
        assertEquals(Frequency.RARE, rules.frequency(0));
        assertEquals(Frequency.FREQUENT, rules.frequency(1));
        assertEquals(Frequency.UNKNOWN, rules.frequency(2));
        assertEquals(Frequency.UNKNOWN, rules.frequency(3));
    }

    @Test
    void withoutThoseFieldsEveryImageIsChecked() throws IOException {
        assertNull(read("""
            {"images":[{"id":1}],"annotations":[],"categories":[{"id":1,"name":"a","frequency":"r"}]}"""));
    }

    @Test
    void severalFilesAreCheckedEachForItsOwn() throws IOException {
        Files.writeString(folder.resolve("a.json"), """
            {"images":[{"id":1,"neg_category_ids":[30],"not_exhaustive_category_ids":[20]}],"annotations":[],
            "categories":[{"id":20,"name":"b","frequency":"f"},{"id":30,"name":"c"}]}""");
        Files.writeString(folder.resolve("b.json"), """
            {"images":[{"id":2,"neg_category_ids":[5]}],"annotations":[],
            "categories":[{"id":5,"name":"c","frequency":"r"},{"id":6,"name":"d","frequency":"c"}]}""");
        Files.writeString(folder.resolve("c.json"), """
            {"images":[{"id":3}],"annotations":[{"id":1,"image_id":3,"category_id":1,"bbox":[1,2,3,4]}],
            "categories":[{"id":1,"name":"b"}]}""");
        FederatedRules rules = new CocoFormat().readGroundTruth(folder, Progress.NONE).federated();
        assertArrayEquals(new int[] {1}, rules.absent(0));
        assertArrayEquals(new int[] {0}, rules.incomplete(0));
        assertArrayEquals(new int[] {1}, rules.absent(1));
        assertArrayEquals(new int[] {1, 2}, rules.absent(2), "all but the one that it has");
        assertEquals(0, rules.incomplete(1).length + rules.incomplete(2).length);
        assertEquals(List.of(Frequency.FREQUENT, Frequency.RARE, Frequency.COMMON),
            List.of(rules.frequency(0), rules.frequency(1), rules.frequency(2)));
    }

    private FederatedRules read(String labels) throws IOException {
        Path file = Files.writeString(folder.resolve("labels.json"), labels);
        return new CocoFormat().readGroundTruth(file, Progress.NONE).federated();
    }
}
