package dev.errata.formats.fields;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Dates as label files write them: ISO 8601, with a blank instead of the T as COCO does; without a zone they are UTC. */
public final class FieldDates {

    private static final Pattern SHAPE = Pattern.compile(
        "\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final int DAY = 10;
    private static final long DAY_MILLISECONDS = 86_400_000;

    private FieldDates() {
    }

    /** Milliseconds since 1970-01-01T00:00Z; NaN where a text is no date. */
    public static double milliseconds(String text) {
        if (text.length() < DAY || text.charAt(4) != '-' || !SHAPE.matcher(text).matches()) {
            return Double.NaN;
        }
        try {
            if (text.length() == DAY) {
                return LocalDate.parse(text).toEpochDay() * (double) DAY_MILLISECONDS;
            }
            String iso = text.substring(0, DAY) + 'T' + text.substring(DAY + 1);
            if (iso.endsWith("Z") || iso.lastIndexOf('+') > DAY || iso.lastIndexOf('-') > DAY) {
                int zone = iso.length() - 5;
                boolean plain = !iso.endsWith("Z") && iso.charAt(iso.length() - 3) != ':';
                return OffsetDateTime.parse(plain ? iso.substring(0, zone + 3) + ':' + iso.substring(zone + 3) : iso)
                    .toInstant().toEpochMilli();
            }
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException noSuchDay) {
            return Double.NaN;
        }
    }

    /**
     * The time that a date stands for where somebody compares with it: a whole year, month or day, or one millisecond.
     *
     * @return begin and end (exclusive) in milliseconds since 1970; null where a text is no date
     */
    public static double[] span(String text) {
        try {
            if (text.matches("\\d{4}")) {
                int year = Integer.parseInt(text);
                return span(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(text);
                return span(month.atDay(1), month.plusMonths(1).atDay(1));
            }
        } catch (DateTimeException noSuchMonth) {
            return null;
        }
        double begin = milliseconds(text);
        return Double.isNaN(begin) ? null : new double[] {begin, begin + (text.length() == DAY ? DAY_MILLISECONDS : 1)};
    }

    private static double[] span(LocalDate begin, LocalDate end) {
        return new double[] {begin.toEpochDay() * (double) DAY_MILLISECONDS, end.toEpochDay() * (double) DAY_MILLISECONDS};
    }

    /** As ISO 8601, without the time where that is midnight. */
    public static String text(double milliseconds) {
        long time = (long) milliseconds;
        return time % DAY_MILLISECONDS == 0 ? LocalDate.ofEpochDay(time / DAY_MILLISECONDS).toString()
            : LocalDateTime.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC).toString();
    }
}
