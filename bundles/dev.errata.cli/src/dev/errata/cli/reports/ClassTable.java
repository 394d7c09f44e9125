package dev.errata.cli.reports;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.engine.metrics.ClassMetrics;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.ConfidenceCurve;

/** COCO's numbers class by class, and their curves. */
record ClassTable(List<String> names, CocoMetrics metrics) {

    private static final int RECALLS = 101;

    void json(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("perClass");
        for (int label = 0; label < names.size(); label++) {
            ClassMetrics of = metrics.ofClass(label);
            ConfidenceCurve.Point best = of.byConfidence().best();
            json.writeStartObject();
            json.writeStringField("name", names.get(label));
            json.writeNumberField("AP", of.ap());
            json.writeNumberField("AP50", of.ap50());
            json.writeNumberField("AP75", of.ap75());
            json.writeNumberField("AR100", of.ar100());
            json.writeNumberField("annotations", of.annotations());
            json.writeNumberField("predictions", of.byConfidence().predictions());
            json.writeObjectFieldStart("bestF1");
            json.writeNumberField("F1", best.f1());
            json.writeNumberField("confidence", best.confidence());
            json.writeNumberField("precision", best.precision());
            json.writeNumberField("recall", best.recall());
            json.writeNumberField("truePositives", best.truePositives());
            json.writeNumberField("falsePositives", best.falsePositives());
            json.writeNumberField("falseNegatives", best.falseNegatives());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Precision over recall, and precision, recall and F1 over the confidence threshold, at IoU 0.5. */
    void curves(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("curves");
        json.writeNumberField("iou", 0.5);
        numbers(json, "recall", RECALLS, step -> step / 100.0);
        numbers(json, "confidence", ConfidenceCurve.STEPS, ConfidenceCurve::threshold);
        json.writeArrayFieldStart("classes");
        for (int label = 0; label < names.size(); label++) {
            ConfidenceCurve curve = metrics.ofClass(label).byConfidence();
            double[] precision = metrics.precisionByRecall(label, 0);
            json.writeStartObject();
            json.writeStringField("name", names.get(label));
            numbers(json, "precisionByRecall", precision.length, step -> precision[step]);
            numbers(json, "precisionByConfidence", ConfidenceCurve.STEPS, step -> curve.at(step).precision());
            numbers(json, "recallByConfidence", ConfidenceCurve.STEPS, step -> curve.at(step).recall());
            numbers(json, "F1ByConfidence", ConfidenceCurve.STEPS, step -> curve.at(step).f1());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, int count, IntToDoubleFunction value) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < count; i++) {
            json.writeNumber(value.applyAsDouble(i));
        }
        json.writeEndArray();
    }

    void text(PrintWriter out) {
        out.println();
        out.println("By class; precision, recall and F1 at the confidence where F1 is best, IoU 0.5:");
        TextTable table = new TextTable("lrrrrrrrrrr");
        table.row("class", "annotations", "predictions", "AP", "AP50", "AP75", "AR100", "confidence", "precision", "recall",
            "F1");
        for (int label = 0; label < names.size(); label++) {
            ClassMetrics of = metrics.ofClass(label);
            ConfidenceCurve.Point best = of.byConfidence().best();
            if (of.annotations() > 0 || of.byConfidence().predictions() > 0) {
                table.row(Texts.shown(names.get(label)), Integer.toString(of.annotations()),
                    Integer.toString(of.byConfidence().predictions()), number(of.ap()), number(of.ap50()), number(of.ap75()),
                    number(of.ar100()), known(of, best.confidence()), known(of, best.precision()), known(of, best.recall()),
                    known(of, best.f1()));
            }
        }
        table.print(out);
    }

    /** Without annotations there is no best confidence. */
    private static String known(ClassMetrics of, double value) {
        return of.annotations() == 0 ? "-" : number(value);
    }

    private static String number(double value) {
        return value == CocoMetrics.ABSENT ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }
}
