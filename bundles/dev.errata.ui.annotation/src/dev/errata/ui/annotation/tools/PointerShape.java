package dev.errata.ui.annotation.tools;

import dev.errata.ui.annotation.geometry.Handle;

/** What the pointer looks like; tells what pressing the button would do. */
public enum PointerShape {

    ARROW, CROSS, MOVE, HAND, VERTEX, ZOOM, NORTH_SOUTH, WEST_EAST, NORTH_WEST_SOUTH_EAST, NORTH_EAST_SOUTH_WEST;

    static PointerShape of(Handle handle) {
        return switch (handle) {
            case NORTH, SOUTH -> NORTH_SOUTH;
            case WEST, EAST -> WEST_EAST;
            case NORTH_WEST, SOUTH_EAST -> NORTH_WEST_SOUTH_EAST;
            case NORTH_EAST, SOUTH_WEST -> NORTH_EAST_SOUTH_WEST;
        };
    }
}
