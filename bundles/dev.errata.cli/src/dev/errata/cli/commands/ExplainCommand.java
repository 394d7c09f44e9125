package dev.errata.cli.commands;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Json;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.console.Version;
import dev.errata.cli.options.ComparisonOptions;
import dev.errata.cli.options.ListOptions;
import dev.errata.cli.options.ProfileNames;
import dev.errata.cli.reports.ComparisonFields;
import dev.errata.cli.sources.Comparison;
import dev.errata.cli.sources.ObjectFields;
import dev.errata.dataset.VisibleText;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.CellChange;
import dev.errata.engine.evaluation.Difference;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Explanation;
import dev.errata.engine.evaluation.Place;
import dev.errata.engine.matching.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what two ways to match count differently, and why. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Lists the annotations and predictions that two profiles count in different cells, and why. Each profile "
        + "has its usual thresholds unless --iou or --confidence are given.")
public final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ComparisonOptions comparison;

    @Option(names = "--with", required = true, paramLabel = "NAME", completionCandidates = ProfileNames.class,
        converter = ProfileNames.class, description = "The profile to compare with: ${COMPLETION-CANDIDATES}.")
    private Profile with;

    @Mixin
    private ListOptions list;

    @Override
    public Integer call() throws Exception {
        list.check();
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = ConsoleProgress.get();
        try (Comparison compared = comparison.compare(with, progress)) {
            Evaluation second = comparison.evaluate(compared.source(), with, compared.overlaps(), progress);
            ComparisonOptions.select(second, compared.filter(), progress);
            Explanation explanation = Explanation.of(compared.evaluation(), second);
            List<Difference> shown = list.cut(explanation.differences());
            if (list.json()) {
                json(compared, second, explanation, shown, out);
            } else {
                text(compared, second, explanation, shown, out);
            }
        }
        return 0;
    }

    private void text(Comparison compared, Evaluation second, Explanation explanation, List<Difference> shown,
        PrintWriter out) {
        out.println("First:  " + compared.how());
        out.println("Second: " + compared.how(second));
        out.println();
        if (explanation.differences().isEmpty()) {
            out.println("No object is counted differently.");
            return;
        }
        TextTable changes = new TextTable("rrll");
        changes.row("annotations", "predictions", "first", "second");
        for (CellChange change : explanation.changes()) {
            changes.row(Integer.toString(change.annotations()), Integer.toString(change.predictions()),
                cell(compared, change.first()), cell(compared, change.second()));
        }
        changes.print(out);
        out.println();
        TextTable table = new TextTable("lllll");
        table.row("image", "object", "first", "second", "reason");
        for (Difference difference : shown) {
            table.row(VisibleText.oneLine(compared.source().fileName(difference.image())), object(compared, difference),
                cell(compared, difference.first()), cell(compared, difference.second()), explanation.reason(difference));
        }
        table.print(out);
        list.rest(explanation.differences(), out);
        out.println(Texts.count(explanation.differences().size(), "object") + " counted differently");
    }

    private static String object(Comparison compared, Difference difference) {
        return difference.annotation() >= 0 ? "label " + compared.annotations().id(difference.annotation())
            : "prediction " + compared.predictions().position(difference.prediction());
    }

    private static String cell(Comparison compared, Place place) {
        return place.isCell()
            ? Texts.shown(compared.name(place.groundTruth())) + "," + Texts.shown(compared.name(place.predicted()))
            : state(place);
    }

    private static String state(Place place) {
        return place.equals(Place.IGNORED) ? "ignored" : "below confidence";
    }

    private static void json(Comparison compared, Evaluation second, Explanation explanation, List<Difference> shown,
        PrintWriter out) throws Exception {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            how(json, "first", compared.evaluation());
            how(json, "second", second);
            ComparisonFields.write(json, compared);
            json.writeArrayFieldStart("changes");
            for (CellChange change : explanation.changes()) {
                json.writeStartObject();
                place(json, "first", compared, change.first());
                json.writeEndObject();
                place(json, "second", compared, change.second());
                json.writeEndObject();
                json.writeNumberField("annotations", change.annotations());
                json.writeNumberField("predictions", change.predictions());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("count", explanation.differences().size());
            json.writeArrayFieldStart("differences");
            for (Difference difference : shown) {
                json.writeStartObject();
                json.writeStringField("image", compared.source().fileName(difference.image()));
                ObjectFields.write(json, compared.source(), difference.annotation(), difference.prediction());
                place(json, "first", compared, difference.first());
                partner(json, compared, difference, difference.firstPartner());
                place(json, "second", compared, difference.second());
                partner(json, compared, difference, difference.secondPartner());
                json.writeStringField("reason", explanation.reason(difference));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void how(JsonGenerator json, String name, Evaluation evaluation) throws Exception {
        json.writeObjectFieldStart(name);
        json.writeStringField("profile", evaluation.profile().id());
        json.writeNumberField("iou", evaluation.thresholds().iou());
        json.writeNumberField("confidence", evaluation.thresholds().confidence());
        json.writeEndObject();
    }

    /** Begins an object that says where something is counted; the caller ends it. */
    private static void place(JsonGenerator json, String name, Comparison compared, Place place) throws Exception {
        json.writeObjectFieldStart(name);
        json.writeStringField("state", place.isCell() ? "cell" : state(place));
        if (place.isCell()) {
            json.writeStringField("groundTruth", compared.name(place.groundTruth()));
            json.writeStringField("predicted", compared.name(place.predicted()));
        }
    }

    /** What an object is matched with, and the end of its place. */
    private static void partner(JsonGenerator json, Comparison compared, Difference difference, int partner) throws Exception {
        boolean ofAnnotation = difference.annotation() >= 0;
        ObjectFields.write(json, compared.source(), ofAnnotation ? difference.annotation() : Math.max(partner, -1),
            ofAnnotation ? Math.max(partner, -1) : difference.prediction());
        json.writeEndObject();
    }
}
