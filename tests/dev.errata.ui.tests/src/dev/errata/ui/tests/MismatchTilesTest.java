package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.errata.ui.mismatch.tiles.CropFrame;
import dev.errata.ui.mismatch.tiles.TileState;
import dev.errata.ui.mismatch.tiles.TileStates;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.mismatch.tiles.Tiles.Box;

class MismatchTilesTest {

    @Test
    void keepsWhatItWasGivenInOrder() {
        Tiles tiles = new Tiles.Builder(0)
            .tile(5, 0, 1, 0.75).annotation(70, 1, 2, 30, 40).prediction(8, 0.5, 3, 4, 50, 60)
            .tile(2, 2, 1, 0).prediction(9, 0.25, 5, 6, 7, 8)
            .tile(5, 0, 2, 0).annotation(71, 9, 9, 9, 9)
            .build();
        assertEquals(3, tiles.size());
        assertEquals(new Box(1, 2, 30, 40), tiles.annotationBox(0));
        assertEquals(new Box(3, 4, 50, 60), tiles.predictionBox(0));
        assertEquals(0.75f, tiles.iou(0));
        assertFalse(tiles.hasAnnotation(1));
        assertNull(tiles.annotationBox(1));
        assertFalse(tiles.hasPrediction(2));
        assertNull(tiles.predictionBox(2));
        assertEquals(0, tiles.confidence(2));
    }

    @Test
    void findsTilesByImageAndIdentity() {
        Random random = new Random(3);
        Tiles.Builder builder = new Tiles.Builder(10);
        for (int i = 0; i < 5000; i++) {
            builder.tile(random.nextInt(400), 0, 1, 0).annotation(i, 0, 0, 1, 1).prediction(5000 - i, 0.5, 0, 0, 1, 1);
        }
        Tiles tiles = builder.build();
        int found = 0;
        for (int image = 0; image < 400; image++) {
            List<Integer> ofImage = new ArrayList<>();
            tiles.ofImage(image, ofImage::add);
            found += ofImage.size();
            for (int tile : ofImage) {
                assertEquals(image, tiles.image(tile));
                assertEquals(tile, tiles.indexOf(image, tiles.annotation(tile), tiles.prediction(tile)));
            }
            assertEquals(ofImage.stream().sorted().toList(), ofImage);
        }
        assertEquals(5000, found);
        assertEquals(Tiles.NONE, tiles.indexOf(0, 99_999, 1));
        assertEquals(Tiles.NONE, tiles.indexOf(400, 0, 0));
    }

    @Test
    void countsFollowTheStates() {
        Random random = new Random(5);
        TileStates states = new TileStates(300);
        for (int i = 0; i < 3000; i++) {
            states.set(random.nextInt(300), TileState.values()[random.nextInt(TileState.values().length)]);
        }
        int decided = 0;
        int left = 0;
        for (int tile = 0; tile < states.size(); tile++) {
            decided += states.get(tile).decided() ? 1 : 0;
            left += states.get(tile).leftCell() ? 1 : 0;
        }
        assertEquals(decided, states.decided());
        assertEquals(left, states.left());
    }

    @Test
    void theNextUndecidedTileIsSoughtAroundTheEnd() {
        TileStates states = new TileStates(4);
        states.set(3, TileState.LABEL_RIGHT);
        states.set(0, TileState.RELABELLED);
        assertEquals(1, states.nextUndecided(3, new BitSet()));
        assertEquals(2, states.nextUndecided(2, new BitSet()));
        BitSet foreseen = new BitSet();
        foreseen.set(2);
        assertEquals(1, states.nextUndecided(2, foreseen), "the second is about to be decided");
        assertTrue(states.allDecided(new int[] {0, 3}));
        assertFalse(states.allDecided(new int[] {0, 1}));
        states.set(1, TileState.AMBIGUOUS);
        states.set(2, TileState.SENT);
        assertEquals(-1, states.nextUndecided(0, new BitSet()));
        TileStates copy = states.copy();
        copy.set(2, TileState.UNDECIDED);
        assertEquals(4, states.decided());
        assertEquals(3, copy.decided());
        assertEquals(-1, new TileStates(0).nextUndecided(0, new BitSet()));
    }

    @Test
    void aCropHoldsTheBoxesWithContextAndFillsTheTile() {
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            Box box = new Box(random.nextInt(2000) - 100, random.nextInt(2000) - 100, 1 + random.nextInt(900),
                1 + random.nextInt(900));
            double context = random.nextInt(101) / 100.0;
            CropFrame frame = CropFrame.around(box, context, 160, 160);
            double scale = frame.scale();
            assertEquals(160, frame.width() * scale, 2 * scale + 0.01);
            assertEquals(160, frame.height() * scale, 2 * scale + 0.01);
            int slack = (int) Math.ceil(scale) + 1;
            assertTrue(frame.toTileX(box.x() - context * box.width()) >= -slack);
            assertTrue(frame.toTileX(box.x() + box.width() * (1 + context)) <= 160 + slack);
            assertTrue(frame.toTileY(box.y() - context * box.height()) >= -slack);
            assertTrue(frame.toTileY(box.y() + box.height() * (1 + context)) <= 160 + slack);
        }
    }

    @Test
    void aSpeckIsShownWithItsSurroundings() {
        CropFrame frame = CropFrame.around(new Box(100, 100, 2, 2), 0, 160, 160);
        assertEquals(24, frame.width());
        assertEquals(89, frame.x());
    }

    @Test
    void aBoxWithoutAreaIsShownWithMoreAround() {
        assertEquals(96, CropFrame.around(new Box(100, 100, 0, 0), 0, 160, 160).width());
        assertEquals(96, CropFrame.around(new Box(100, 100, 8, 0), 0, 160, 160).width());
    }
}
