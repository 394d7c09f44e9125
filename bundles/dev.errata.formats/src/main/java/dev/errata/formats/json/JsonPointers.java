package dev.errata.formats.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.errata.formats.io.RawText;

/** JSON pointers (RFC 6901) to parts of a raw JSON text. */
public final class JsonPointers {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);

    private JsonPointers() {
    }

    /** The pointer from the value that a raw text is to the one that begins at an index in it; empty where none does. */
    public static String to(String raw, int index) {
        StringBuilder pointer = new StringBuilder();
        int at = 0;
        while (at < index && (raw.charAt(at) == '{' || raw.charAt(at) == '[')) {
            List<JsonSpans.Span> parts = JsonSpans.ofRaw(raw, at);
            int next = -1;
            for (int i = 0; i < parts.size() && next < 0; i++) {
                if (parts.get(i).value() <= index && index < parts.get(i).end()) {
                    next = parts.get(i).value();
                    String name = parts.get(i).name();
                    pointer.append('/').append(name == null ? Integer.toString(i)
                        : UTF_8.decode(name).replace("~", "~0").replace("/", "~1"));
                }
            }
            if (next < 0) {
                return "";
            }
            at = next;
        }
        return at == index ? pointer.toString() : "";
    }
}
