package dev.errata.formats.coco;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.records.Export;
import dev.errata.formats.text.Numbers;

/** Writes labels of any format as a new COCO file, a record a line. */
final class CocoExport {

    private CocoExport() {
    }

    static void write(GroundTruth truth, OutputStream to, Progress progress) throws IOException {
        progress.begin("Writing COCO labels", truth.images().size());
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        out.write("{\"images\": [");
        boolean imageNumbers = imageNumbers(truth);
        for (int image = 0; image < truth.images().size(); image++) {
            ImageEntry entry = truth.images().get(image);
            out.write((image == 0 ? "\n" : ",\n") + "{\"id\": " + imageId(truth, image, imageNumbers) + ", \"file_name\": "
                + JsonText.quote(entry.fileName()));
            if (entry.width() > 0) {
                out.write(", \"width\": " + entry.width() + ", \"height\": " + entry.height());
            }
            out.write('}');
        }
        out.write("\n],\n\"categories\": [");
        for (int label = 0; label < truth.classes().size(); label++) {
            ClassEntry entry = truth.classes().get(label);
            out.write((label == 0 ? "\n" : ",\n") + "{\"id\": " + entry.originalId() + ", \"name\": "
                + JsonText.quote(entry.name())
                + ", \"supercategory\": " + JsonText.quote(entry.supercategory()) + "}");
        }
        out.write("\n],\n\"annotations\": [");
        boolean first = true;
        for (int image = 0; image < truth.images().size(); image++) {
            for (Export.Item item : Export.items(truth, image)) {
                out.write(first ? "\n" : ",\n");
                out.write(record(truth, image, imageNumbers, item));
                first = false;
            }
            Export.imageWritten(progress);
        }
        out.write("\n]}\n");
        out.flush();
    }

    /** Writes predictions as COCO results. */
    static void writeResults(GroundTruth predictions, OutputStream to, Progress progress) throws IOException {
        progress.begin("Writing COCO results", predictions.images().size());
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        boolean numbers = imageNumbers(predictions);
        out.write("[");
        boolean first = true;
        for (int image = 0; image < predictions.images().size(); image++) {
            for (Export.Item item : Export.items(predictions, image)) {
                out.write((first ? "\n" : ",\n") + "{\"image_id\": " + imageId(predictions, image, numbers)
                    + ", \"category_id\": " + predictions.classes().get(item.label()).originalId() + ", \"bbox\": "
                    + RecordStyle.SPACED.array().numbers(item.box()) + item.score(", \"score\": ") + "}");
                first = false;
            }
            Export.imageWritten(progress);
        }
        out.write("\n]\n");
        out.flush();
    }

    private static boolean imageNumbers(GroundTruth truth) {
        return truth.images().stream().allMatch(image -> Numbers.isCanonicalLong(image.originalId()));
    }

    private static String imageId(GroundTruth truth, int image, boolean numbers) {
        String id = truth.images().get(image).originalId();
        return numbers ? id : truth.format().equals(CocoFormat.NAME) ? JsonText.quote(id) : Integer.toString(image + 1);
    }

    private static String record(GroundTruth truth, int image, boolean imageNumbers, Export.Item item) {
        RecordStyle style = RecordStyle.SPACED;
        StringBuilder text = new StringBuilder("{\"id\": ").append(item.id()).append(", \"image_id\": ")
            .append(imageId(truth, image, imageNumbers)).append(", \"category_id\": ")
            .append(truth.classes().get(item.label()).originalId()).append(", \"bbox\": ")
            .append(style.array().numbers(item.box()))
            // two sides that are numbers may have an area that is none
            .append(Double.isFinite(item.area()) ? ", \"area\": " + Numbers.format(item.area(), true) : "")
            .append(", \"iscrowd\": ").append(item.crowd() ? 1 : 0);
        if (!item.detail().polygons().isEmpty()) {
            text.append(", \"segmentation\": ").append(style.polygons("", item.detail().polygons()));
        }
        if (!item.detail().attributes().isEmpty()) {
            text.append(", \"attributes\": ").append(style.attributes(item.detail().attributes(), Map.of(),
                RawText.plain()));
        }
        String unknown = item.detail().unknownFields();
        if (!unknown.isEmpty()) {
            for (JsonSpans.Span field : JsonSpans.of(unknown, 0)) {
                if (text.indexOf('"' + field.name() + "\":") < 0) {
                    text.append(", ").append(unknown, field.begin(), field.end());
                }
            }
        }
        return text.append('}').toString();
    }
}
