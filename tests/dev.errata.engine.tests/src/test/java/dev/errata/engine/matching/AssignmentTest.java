package dev.errata.engine.matching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentTest {

    /** Costs by row, a digit a column, and the column of each row by SciPy 1.10.1; all have several best assignments. */
    static Stream<Arguments> choicesOfScipy() {
        return Stream.of(Arguments.of("201 000 112", "120"), Arguments.of("1121 2000 1202 1222", "3120"),
            Arguments.of("20121021 12020101 02112002 00120100 11211111", "12043"),
            Arguments.of("200000 022011 201101 022002 000220 011100", "104325"),
            Arguments.of("10011000 20000000 02211201 22021201 10000010 00020012 20101211 01200012", "12067435"),
            Arguments.of("11111 11111 11111", "012"));
    }

    @ParameterizedTest
    @MethodSource("choicesOfScipy")
    void ofEqualAssignmentsTheOneOfScipyIsFound(String costs, String expected) {
        double[][] cost = Stream.of(costs.split(" ")).map(row -> row.chars().mapToDouble(digit -> digit - '0').toArray())
            .toArray(double[][]::new);
        assertArrayEquals(expected.chars().map(digit -> digit - '0').toArray(), columnOfEachRow(cost));
    }

    @Test
    void noOtherAssignmentCostsLess() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int rows = 1 + random.nextInt(5);
            int columns = rows + random.nextInt(3);
            double[][] cost = new double[rows][columns];
            Arrays.stream(cost).forEach(row -> Arrays.setAll(row, column -> random.nextDouble()));
            int[] assigned = columnOfEachRow(cost);
            assertEquals(rows, Arrays.stream(assigned).distinct().count());
            assertEquals(least(cost, 0, 0), IntStream.range(0, rows).mapToDouble(row -> cost[row][assigned[row]]).sum(), 1e-12);
        }
    }

    private static double least(double[][] cost, int row, int taken) {
        if (row == cost.length) {
            return 0;
        }
        return IntStream.range(0, cost[row].length).filter(column -> (taken >> column & 1) == 0)
            .mapToDouble(column -> cost[row][column] + least(cost, row + 1, taken | 1 << column)).min().orElseThrow();
    }

    private static int[] columnOfEachRow(double[][] cost) {
        int[] rowOf = Assignment.rowOfEachColumn(cost.length, cost[0].length,
            (row, into) -> System.arraycopy(cost[row], 0, into, 0, into.length));
        int[] columnOf = new int[cost.length];
        for (int column = 0; column < rowOf.length; column++) {
            if (rowOf[column] != Assignment.FREE) {
                columnOf[rowOf[column]] = column;
            }
        }
        return columnOf;
    }
}
