package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Two files compared without a dataset, and how the command is started. */
class FilesTest {

    private static final String LABELS = """
        {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":100}],
        "annotations":[
        {"id":7,"image_id":1,"category_id":1,"bbox":[0,0,10,10],"area":100,"iscrowd":0},
        {"id":8,"image_id":1,"category_id":2,"bbox":[50,50,10,10],"area":100,"iscrowd":0},
        {"id":9,"image_id":1,"category_id":2,"bbox":[70,0,30,30],"area":900,"iscrowd":1}],
        "categories":[{"id":1,"name":"=cmd, \\"x\\""},{"id":2,"name":"Stra\u00dfe, nass"},{"id":3,"name":"nass"}]}
        """;

    private static final String PREDICTIONS = """
        [{"image_id":1,"category_id":2,"bbox":[0,0,10,10],"score":0.9},
        {"image_id":1,"category_id":3,"bbox":[20,20,5,5],"score":0.25},
        {"image_id":1,"category_id":2,"bbox":[75,5,10,10],"score":0.5}]
        """;

    @TempDir
    private Path work;

    @Test
    void keysAreThoseOfTheContract() throws Exception {
        write();
        // relative paths, from another folder, through a link
        Path link = Files.createSymbolicLink(work.resolve("a link"), Product.script());
        Product errata = new Product(work).startedBy(link).with(Map.of("LC_ALL", "C"));
        JsonNode json = errata.json("evaluate", "--labels", "l \u00e4.json", "--predictions", "p.json",
            "--output", "json", "--confidence", "0.3");
        assertEquals(List.of("classes", "matrix", "ignored", "annotations", "predictions", "iou", "confidence", "profile",
            "milliseconds"), keys(json));
        assertEquals("[\"=cmd, \\\"x\\\"\",\"Stra\u00dfe, nass\",\"nass\"]", json.get("classes").toString());
        assertEquals("[[0,1,0,0],[0,0,0,1],[0,0,0,0],[0,0,0,0]]", json.get("matrix").toString());
        assertEquals("{\"annotations\":1,\"predictions\":1}", json.get("ignored").toString());
        assertEquals(3, json.get("annotations").intValue());
        assertEquals(2, json.get("predictions").intValue());
        assertEquals(0.3, json.get("confidence").doubleValue());
        Files.delete(link);
        assertTrue(json.at("/milliseconds/total").longValue() >= json.at("/milliseconds/read").longValue()
            + json.at("/milliseconds/match").longValue());
    }

    @Test
    void metricsAreOverallByClassAndAsCurves() throws Exception {
        write();
        Product errata = new Product(work);
        JsonNode all = errata.json("evaluate", "--labels", "l \u00e4.json", "--predictions", "p.json", "--metrics", "all",
            "--output", "json");
        assertEquals(List.of("AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl"),
            keys(all.get("metrics")));
        assertEquals(List.of("Cls", "Loc", "Both", "Dupe", "Bkg", "Miss", "FalsePos", "FalseNeg"), keys(all.get("tide")));
        assertEquals(3, all.get("perClass").size());
        assertEquals(List.of("name", "AP", "AP50", "AP75", "AR100", "annotations", "predictions", "bestF1"),
            keys(all.at("/perClass/0")));
        assertTrue(all.path("curves").isMissingNode());
        JsonNode curves = errata.json("evaluate", "--labels", "l \u00e4.json", "--predictions", "p.json", "--metrics", "coco",
            "--curves", "--output", "json").get("curves");
        assertEquals(101, curves.get("confidence").size());
        assertEquals(101, curves.at("/classes/0/F1ByConfidence").size());
        assertEquals(2, errata.run("evaluate", "--labels", "l \u00e4.json", "--predictions", "p.json", "--curves").code());
    }

    @Test
    void metricsLookAtAllPredictionsWhateverTheProfileLeavesOut() throws Exception {
        write();
        Files.writeString(work.resolve("unsure.json"),
            "[{\"image_id\":1,\"category_id\":1,\"bbox\":[0,0,10,10],\"score\":0.2}]");
        Product errata = new Product(work);
        String[] command = {"evaluate", "--labels", "l \u00e4.json", "--predictions", "unsure.json", "--metrics", "coco",
            "--output", "json", "--profile", "supervision"};
        JsonNode all = errata.json(command);
        assertEquals(0, all.get("predictions").intValue(), "the matrix is the profile's");
        assertEquals(0.5, all.at("/metrics/AP").doubleValue(), 1e-12, "one of two classes is found");
        String[] asked = Arrays.copyOf(command, command.length + 2);
        asked[command.length] = "--confidence";
        asked[command.length + 1] = "0.3";
        assertEquals(0, errata.json(asked).at("/metrics/AP").doubleValue(), 1e-12);
    }

    @Test
    void masksAreComparedWhereBothFilesHaveThem() throws Exception {
        Files.writeString(work.resolve("masks.json"), """
            {"images":[{"id":1,"file_name":"a.jpg","width":100,"height":100}],
            "annotations":[{"id":0,"image_id":1,"category_id":1,"bbox":[0,0,40,40],"area":800,"iscrowd":0,
            "segmentation":[[0,0,0,40,40,40]]}],"categories":[{"id":1,"name":"a"}]}
            """);
        Files.writeString(work.resolve("other half.json"), """
            [{"image_id":1,"category_id":1,"bbox":[0,0,40,40],"score":0.9,"segmentation":[[0,0,40,0,40,40]]}]
            """);
        Product errata = new Product(work);
        List<String> files = List.of("evaluate", "--labels", "masks.json", "--predictions", "other half.json", "--metrics",
            "coco", "--output", "json");
        assertEquals("[[1,0],[0,0]]", errata.json(files.toArray()).get("matrix").toString());
        List<Object> byMasks = new ArrayList<>(files);
        byMasks.addAll(List.of("--iou-type", "segm"));
        JsonNode json = errata.json(byMasks.toArray());
        assertEquals("[[0,1],[1,0]]", json.get("matrix").toString());
        assertEquals("segm", json.get("iouType").textValue());
        assertEquals(0, json.at("/metrics/AP").doubleValue());
        errata.done("import", "masks", "--labels", "masks.json", "--run", "m=other half.json");
        assertEquals("[[0,1],[1,0]]", errata.json("evaluate", "masks", "--iou-type", "segm", "--output", "json").get("matrix")
            .toString());
        errata.done("delete", "masks", "--annotation", "0");
        errata.done("accept", "masks", "--run", "m", "--prediction", "0");
        JsonNode accepted = errata.json("evaluate", "masks", "--iou-type", "segm", "--iou", "0.4", "--output", "json");
        assertEquals("[[1,0],[0,0]]", accepted.get("matrix").toString(), "half of the box of the new label is predicted");
        errata.done("undo", "masks");
        errata.done("accept", "masks", "--run", "m", "--prediction", "0", "--iou-type", "segm");
        assertEquals("[[1,0],[0,0]]", errata.json("evaluate", "masks", "--iou-type", "segm", "--iou", "1", "--output", "json")
            .get("matrix").toString(), "the new label has the outline of its prediction");
        errata.done("export", "masks", "--to", "accepted.json");
        JsonNode label = new ObjectMapper().readTree(work.resolve("accepted.json").toFile()).at("/annotations/0");
        assertEquals("[[0,0,40,0,40,40]]", label.get("segmentation").toString(), "as in the results file");
        assertEquals("[0,0,40,40]", label.get("bbox").toString());
        assertEquals(800, label.get("area").intValue(), "of the outline");
        write();
        Files.writeString(work.resolve("boxes.json"), "[{\"image_id\":1,\"category_id\":1,\"bbox\":[1,1,9,9],\"score\":0.9}]");
        errata.done("import", "boxes", "--labels", "masks.json", "--run", "m=boxes.json");
        Product.Result noMask = errata.run("accept", "boxes", "--run", "m", "--prediction", "0", "--iou-type", "segm");
        assertEquals(1, noMask.code());
        assertTrue(noMask.err().contains("masks are needed on both sides"), noMask.err());
        assertEquals("[]", errata.json("history", "boxes", "--output", "json").toString());
        Product.Result refused = errata.run("evaluate", "--labels", "l \u00e4.json", "--predictions", "p.json", "--iou-type",
            "segm");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("masks are needed on both sides"), refused.err());
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void whatTwoProfilesCountDifferentlyIsExplained() throws Exception {
        write();
        Product errata = new Product(work);
        JsonNode json = errata.json("explain", "--labels", "l \u00e4.json", "--predictions", "p.json", "--profile", "default",
            "--with", "coco", "--confidence", "0.3", "--output", "json");
        assertEquals("coco", json.at("/second/profile").textValue());
        assertEquals(2, json.get("count").intValue());
        JsonNode label = json.at("/differences/0");
        assertEquals(7, label.get("annotation").intValue());
        assertTrue(label.get("prediction").isNull());
        assertEquals("Stra\u00dfe, nass", label.at("/first/predicted").textValue());
        assertEquals(0, label.at("/first/prediction").intValue());
        assertEquals("background", label.at("/second/predicted").textValue());
        assertEquals("coco: only boxes of one class match", label.get("reason").textValue());
        assertEquals(1, json.at("/changes/0/annotations").intValue());
        assertEquals(0, json.at("/changes/0/predictions").intValue());
        String text = errata.done("explain", "--labels", "l \u00e4.json", "--predictions", "p.json", "--profile", "supervision",
            "--with", "supervision").out();
        assertTrue(text.contains("No object is counted differently."), text);
    }

    private void write() throws Exception {
        Files.writeString(work.resolve("l \u00e4.json"), LABELS);
        Files.writeString(work.resolve("p.json"), PREDICTIONS);
    }

    @Test
    void whereThePicturesAreCanBeToldLater() throws Exception {
        write();
        Path moved = Files.createDirectories(work.resolve("elsewhere/day"));
        Product errata = new Product(work);
        assertTrue(errata.done("import", "set", "--labels", "l \u00e4.json").out().contains("No folder of images"));
        assertEquals(1, errata.run("import", "set", "--images", "elsewhere").code());
        assertEquals(2, errata.run("import", "set").code());
        Files.writeString(moved.resolve("a.jpg"), "picture");
        String told = errata.done("import", "set", "--images", "elsewhere").out();
        assertTrue(told.contains("Images: " + moved.toRealPath()), told);
    }

    @Tag("case-74")
    @Test
    void spreadsheetsSeeNoFormulas() throws Exception {
        write();
        assertEquals("""
            "ground truth \\ predicted (profile default, IoU at least 0.5, confidence at least 0.0)",\
            "'=cmd, ""x""\","Stra\u00dfe, nass","nass","background"\r
            "'=cmd, ""x""\",0,1,0,0\r
            "Stra\u00dfe, nass",0,0,0,1\r
            "nass",0,0,0,0\r
            "background",0,0,1,0\r
            """, new Product(work).done("evaluate", "--labels", "l \u00e4.json", "--predictions", "p.json", "--output", "csv")
            .out());
    }

    @Tag("case-75")
    @Test
    void namesCannotSteerATerminal() throws Exception {
        write();
        Path labels = Files.writeString(work.resolve("evil.json"),
            LABELS.replace("nass\"}]", "\\u001b[31m\\u202e<img onerror>\"}]"));
        String text = new Product(work).done("evaluate", "--labels", labels.toString(), "--predictions", "p.json").out();
        assertTrue(text.contains("\\u001b[31m\\u202e<img onerror>"), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c != 0x202E), text);
    }

    @Test
    void classNamesMayHoldCommas() throws Exception {
        write();
        JsonNode json = new Product(work).json("mismatches", "--labels", "l \u00e4.json", "--predictions", "p.json", "--cell",
            "=cmd, \"x\",Stra\u00dfe, nass", "--output", "json");
        assertEquals(1, json.size());
        assertEquals("""
            {"image":"a.jpg","annotation":7,"prediction":0,"groundTruth":"=cmd, \\"x\\"","predicted":"Stra\u00dfe, nass",\
            "iou":1.0,"confidence":0.9,"score":0.9,"profile":"default"}""", json.get(0).toString());
    }

    /** Some tools write a class of that name, and some write a class twice. */
    @Test
    void aClassMayBeCalledBackground() throws Exception {
        Path labels = Files.writeString(work.resolve("b.json"), """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 90, "height": 90}],
            "categories": [{"id": 1, "name": "background"},
            {"id": 2, "name": "x"}, {"id": 3, "name": "twice"}, {"id": 4, "name": "twice"}],
            "annotations": [{"id": 7, "image_id": 1, "category_id": 1, "bbox": [0, 0, 10, 10], "area": 100, "iscrowd": 0}]}""");
        Path predictions = Files.writeString(work.resolve("found.json"), """
            [{"image_id": 1, "category_id": 2, "bbox": [0, 0, 10, 10], "score": 0.9},
            {"image_id": 1, "category_id": 2, "bbox": [50, 50, 10, 10], "score": 0.8}]""");
        Product errata = new Product(work);
        for (String side : List.of("background", "(background)")) {
            JsonNode cell = errata.json("mismatches", "--labels", labels, "--predictions", predictions, "--cell", side + ",x",
                "--output", "json");
            assertEquals(1, cell.size());
            assertEquals(side, cell.at("/0/groundTruth").textValue());
            assertEquals(side.equals("background") ? 7 : 0, cell.at("/0/annotation").intValue());
        }
        Product.Result twice = errata.run("mismatches", "--labels", labels, "--predictions", predictions, "--cell", "x,twice");
        assertEquals(1, twice.code());
        assertTrue(twice.err().contains("names more than one cell"), twice.err());
    }

    @Test
    void textIsReadable() throws Exception {
        String text = new Product(work).done("evaluate", "--labels", Product.sample("labels.json"), "--predictions",
            Product.sample("model_a.json")).out();
        assertTrue(text.contains("""
                          RBC   WBC  Platelets  background  total
            RBC          4034    14          4         103   4155
            WBC             .   370          1           1    372
            Platelets       1     2        347          11    361
            background  14250  7299       6218           .  27767
            total       18285  7685       6570         115  32655
            """), text);
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        Product errata = new Product(work);
        String help = errata.done("--help").out();
        for (String command : List.of("import", "evaluate", "mismatches", "relabel", "delete", "accept", "history", "undo",
            "export", "verify", "formats")) {
            assertTrue(help.contains("  " + command + " "), command + " is missing in " + help);
        }
        assertTrue(errata.done("--version").out().startsWith("errata 0."));
        assertEquals(true, errata.done("formats").out().lines().anyMatch(line -> line.startsWith("coco")));
        assertTrue(errata.done("relabel", "--help").out().contains("--annotation=ID"));
    }

    @Test
    void thePlatformRunsTheSameCommands() throws Exception {
        write();
        Product errata = new Product(work);
        Object[] command = {"evaluate", "--labels", "l \u00e4.json", "--predictions", "p.json", "--output", "csv"};
        Product.Result byPlatform = errata.runByPlatform(command);
        assertEquals(0, byPlatform.code(), byPlatform.err());
        assertEquals(errata.done(command).out(), byPlatform.out());
        assertEquals(errata.done("--version").out(), errata.runByPlatform("--version").out());
        assertEquals(2, errata.runByPlatform("evaluate", "--nonsense").code());
    }
}
