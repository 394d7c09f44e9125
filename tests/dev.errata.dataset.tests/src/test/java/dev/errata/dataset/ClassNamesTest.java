package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.ModelFactory;

class ClassNamesTest {

    private static ClassNames of(String... names) {
        return new ClassNames(Stream.of(names).map(ClassNamesTest::labelClass).toList());
    }

    private static LabelClass labelClass(String name) {
        LabelClass made = ModelFactory.eINSTANCE.createLabelClass();
        made.setName(name);
        return made;
    }

    @Test
    void whatHasNoPartnerIsBackground() {
        ClassNames names = of("car", "person");
        assertEquals("person", names.name(1));
        assertEquals("background", names.name(2));
        assertEquals(-1, names.labelOf("background"));
    }

    @Test
    void aClassCalledBackgroundIsToldFromTheBackground() {
        ClassNames names = of("background", "car");
        assertEquals("background", names.name(0));
        assertEquals("(background)", names.name(2));
        assertEquals(0, names.labelOf("background"));
    }

    @Test
    void ofClassesWithOneNameTheFirstIsFound() {
        assertEquals(0, of("car", "car").labelOf("car"));
    }
}
