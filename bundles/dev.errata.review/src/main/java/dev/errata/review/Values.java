package dev.errata.review;

import java.util.List;
import java.util.Map;

/** Reads values that another program wrote into the journal: what is missing or of another type has a harmless default. */
final class Values {

    private Values() {
    }

    static String text(Object object, String name) {
        return object instanceof Map<?, ?> map && map.get(name) instanceof String text ? text : "";
    }

    static long number(Object object, String name, long otherwise) {
        return object instanceof Map<?, ?> map && map.get(name) instanceof Long number ? number : otherwise;
    }

    static List<?> list(Object object, String name) {
        return object instanceof Map<?, ?> map && map.get(name) instanceof List<?> list ? list : List.of();
    }
}
