package dev.errata.formats.fields;

/** What the values of a field are. */
public enum FieldType {

    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Finite numbers. */
    NUMBER,
    /** Days or points in time, ISO 8601. */
    DATE,
    /** Anything else. */
    TEXT
}
