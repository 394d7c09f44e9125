package dev.errata.engine.ranking.suspects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectListTest {

    private static final int IMAGES = 3;

    private record Place(int image, int annotation, int prediction) {
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 64, 65, 500})
    void whatIsAlikeStandsInTheOrderOfTheFilesHoweverCrowdedAnImageIs(int ofImage) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < ofImage * IMAGES; i++) {
            places.add(new Place(i % IMAGES, i % 2 == 0 ? i / 4 : -1, i));
        }
        List<Place> expected = new ArrayList<>(places);
        expected.sort(Comparator.comparingInt(Place::image)
            .thenComparing(place -> place.annotation < 0)
            .thenComparingInt(Place::annotation)
            .thenComparingInt(Place::prediction));
        Collections.shuffle(places, new Random(ofImage));

        SuspectList list = new SuspectList((image, annotation, prediction, kind, score) -> "");
        places.forEach(place -> list.add(place.image, place.annotation, place.prediction, SuspectKind.LOOSE, 0.5));
        assertEquals(expected, list.ranked().stream()
            .map(suspect -> new Place(suspect.image(), suspect.annotation(), suspect.prediction())).toList());
    }
}
