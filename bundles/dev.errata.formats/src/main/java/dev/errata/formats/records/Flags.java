package dev.errata.formats.records;

/** Truth values that one format writes as words and another as digits. */
public final class Flags {

    private Flags() {
    }

    /** 1 for true and 0 for false; anything else as it is. */
    public static String digit(String value) {
        if (value.equalsIgnoreCase("true")) {
            return "1";
        }
        return value.equalsIgnoreCase("false") ? "0" : value;
    }
}
