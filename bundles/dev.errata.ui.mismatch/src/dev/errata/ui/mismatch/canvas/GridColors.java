package dev.errata.ui.mismatch.canvas;

import org.eclipse.swt.graphics.Color;

/**
 * The colours of a grid that are not those of the desktop.
 *
 * @param annotation line of a ground-truth box
 * @param prediction dashes of a predicted box
 * @param underlay the dark edge beneath both, so that they show on any picture
 * @param placeholder where a picture is not there yet, or missing
 * @param fixed badge of a tile whose label was changed
 * @param kept badge of a tile that was decided without a change
 * @param waiting badge of a tile that somebody else works on
 * @param badgeText letters on all badges
 */
public record GridColors(Color annotation, Color prediction, Color underlay, Color placeholder, Color fixed, Color kept,
    Color waiting, Color badgeText) {
}
