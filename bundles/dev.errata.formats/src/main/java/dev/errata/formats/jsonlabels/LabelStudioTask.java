package dev.errata.formats.jsonlabels;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.errata.formats.io.PathNames;
import dev.errata.formats.json.JsonNode;

/**
 * A task of a Label Studio export; either whole, or as JSON-MIN has it: regions stand in fields of the task itself, without ids
 * and scores, and a task that several people annotated stands there several times.
 *
 * @param predictions whether predictions are looked for
 */
record LabelStudioTask(JsonNode task, boolean predictions) {

    private static final List<String> PICTURE_FIELDS = List.of("image", "img", "photo", "url", "captioning", "ocr");
    private static final String WIDTH = "original_width";

    /** Whether the task is one of JSON-MIN. */
    boolean isMinimal() {
        return !task.has("data") && task.has("annotation_id");
    }

    private JsonNode data() {
        return isMinimal() ? task : task.get("data");
    }

    /** The file name of the picture, from whatever address it has; empty where there is none. */
    String picture() {
        String path = path();
        String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
        for (String parameter : query.split("&")) {
            // of a local folder that the server shows
            if (parameter.startsWith("d=")) {
                return PathNames.base(decoded(parameter.substring(2)));
            }
        }
        String plain = path.replaceFirst("[?].*$", "");
        return PathNames.base(plain.startsWith("/") || plain.contains("://") ? decoded(plain) : plain);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            // a per cent sign that stands for itself
            return text;
        }
    }

    private String path() {
        for (String field : PICTURE_FIELDS) {
            if (data().get(field).isString()) {
                return data().get(field).string();
            }
        }
        return data().names().stream().map(data()::member).filter(JsonNode::isString).map(JsonNode::string)
            .filter(PathNames::isPicture).findFirst().orElse("");
    }

    private List<JsonNode> sets() {
        if (isMinimal()) {
            return predictions ? List.of() : List.of(task);
        }
        return predictions ? task.get("predictions").items()
            : task.has("annotations") ? task.get("annotations").items() : task.get("completions").items();
    }

    /** What one person, or model, said of the task: of several the first that was not cancelled; null where nobody did. */
    JsonNode set() {
        return sets().stream().filter(set -> set.isObject() && !set.get("was_cancelled").isTrue()).findFirst().orElse(null);
    }

    /** How many others said something. */
    long others() {
        return Math.max(0, sets().stream().filter(other -> !other.get("was_cancelled").isTrue()).count() - 1);
    }

    /** The regions of {@link #set}. */
    List<JsonNode> results() {
        if (!isMinimal()) {
            return set() == null ? List.of() : set().get("result").items();
        }
        List<JsonNode> results = new ArrayList<>();
        regionFields().forEach(field -> results.addAll(task.member(field).items()));
        return results;
    }

    private List<String> regionFields() {
        return task.names().stream().filter(name -> task.member(name).items().stream().anyMatch(JsonNode::isObject))
            .toList();
    }

    /** The field of {@link #set} that new regions go into, as raw text. */
    String resultField() {
        if (!isMinimal()) {
            return "result";
        }
        return regionFields().isEmpty() ? "label" : JsonLabels.UTF_8.encode(regionFields().getFirst());
    }

    String annotator() {
        JsonNode person = isMinimal() ? task.get("annotator") : set().get("completed_by");
        return (person.isObject() ? person.get("email") : person).string();
    }

    /** What of the data says nothing about the image: the picture, and the regions. */
    Set<String> noFields() {
        Set<String> names = new HashSet<>(PICTURE_FIELDS);
        if (isMinimal()) {
            names.add("annotator");
            names.addAll(regionFields());
        }
        return names;
    }

    /** Width and height in pixels, 0 where they are not told. */
    int[] size() {
        for (JsonNode result : results()) {
            if (JsonLabels.side(result.get(WIDTH)) > 0) {
                return new int[] {JsonLabels.side(result.get(WIDTH)), JsonLabels.side(result.get("original_height"))};
            }
        }
        return new int[] {JsonLabels.side(data().get("width")), JsonLabels.side(data().get("height"))};
    }
}
