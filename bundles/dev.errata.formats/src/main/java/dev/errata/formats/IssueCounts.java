package dev.errata.formats;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import dev.errata.formats.Issue.Severity;

/**
 * How many issues there were, those that are not kept included.
 *
 * @param all by severity, then by code; nothing is there zero times
 */
public record IssueCounts(Map<Severity, Map<String, Long>> all) {

    /** No issue at all. */
    public static final IssueCounts NONE = new IssueCounts(Map.of());

    public IssueCounts {
        Map<Severity, Map<String, Long>> copy = new EnumMap<>(Severity.class);
        all.forEach((severity, codes) -> copy.put(severity, Collections.unmodifiableMap(new TreeMap<>(codes))));
        all = Collections.unmodifiableMap(copy);
    }

    /** The codes of one severity, in alphabetical order. */
    public Map<String, Long> of(Severity severity) {
        return all.getOrDefault(severity, Map.of());
    }

    public long total(Severity severity) {
        return of(severity).values().stream().mapToLong(Long::longValue).sum();
    }

    public long total() {
        return all.keySet().stream().mapToLong(this::total).sum();
    }

    /** The issues of both. */
    public IssueCounts plus(IssueCounts other) {
        Tally sum = new Tally();
        all.forEach((severity, codes) -> codes.forEach((code, count) -> sum.add(severity, code, count)));
        other.all.forEach((severity, codes) -> codes.forEach((code, count) -> sum.add(severity, code, count)));
        return sum.counts();
    }

    /** Counts issues one by one. */
    public static final class Tally {

        private final Map<Severity, Map<String, Long>> counts = new EnumMap<>(Severity.class);

        public void add(Severity severity, String code, long count) {
            counts.computeIfAbsent(severity, first -> new TreeMap<>()).merge(code, count, Long::sum);
        }

        /** What was counted so far. */
        public IssueCounts counts() {
            return new IssueCounts(counts);
        }
    }
}
