package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

import dev.errata.ui.commands.Ids;

class PerspectiveTest {

    @Test
    void productOpensItsPerspective() {
        String id = Display.getDefault().syncCall(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow()
            .getActivePage().getPerspective().getId());
        assertEquals(Ids.PERSPECTIVE, id);
    }
}
