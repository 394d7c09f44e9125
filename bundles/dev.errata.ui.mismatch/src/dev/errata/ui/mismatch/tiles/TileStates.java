package dev.errata.ui.mismatch.tiles;

import java.util.BitSet;
import java.util.function.Predicate;

/** The state of every tile of a grid, with counts that are always up to date. One byte a tile. Not thread safe. */
public final class TileStates {

    private static final TileState[] STATES = TileState.values();

    private final byte[] states;
    /** How many tiles are in each state. */
    private final int[] counts;

    /** All undecided. */
    public TileStates(int size) {
        states = new byte[size];
        counts = new int[STATES.length];
        counts[TileState.UNDECIDED.ordinal()] = size;
    }

    private TileStates(TileStates other) {
        states = other.states.clone();
        counts = other.counts.clone();
    }

    public TileStates copy() {
        return new TileStates(this);
    }

    public int size() {
        return states.length;
    }

    public TileState get(int index) {
        return STATES[states[index]];
    }

    public void set(int index, TileState state) {
        counts[states[index]]--;
        counts[state.ordinal()]++;
        states[index] = (byte) state.ordinal();
    }

    /** How many tiles a person has decided. */
    public int decided() {
        return count(TileState::decided);
    }

    /** How many tiles are in another cell now, or in none. */
    public int left() {
        return count(TileState::leftCell);
    }

    /** How many tiles are in the states of some sort. */
    public int count(Predicate<TileState> sort) {
        int sum = 0;
        for (TileState state : STATES) {
            sum += sort.test(state) ? counts[state.ordinal()] : 0;
        }
        return sum;
    }

    /**
     * The next undecided tile.
     *
     * @param from the first tile to look at; after the last tile the search goes on at the first
     * @param foreseen tiles that will be decided in a moment; they are passed over
     * @return -1 where all are decided
     */
    public int nextUndecided(int from, BitSet foreseen) {
        int size = states.length;
        for (int i = 0; i < size; i++) {
            int index = (int) (((long) from + i) % size);
            if (!get(index).decided() && !foreseen.get(index)) {
                return index;
            }
        }
        return -1;
    }

    /** Whether all of these tiles are decided. */
    public boolean allDecided(int[] indexes) {
        for (int index : indexes) {
            if (states[index] == 0) {
                return false;
            }
        }
        return true;
    }
}
