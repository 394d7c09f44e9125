package dev.errata.ui.commands;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.OpenDatasets;

/** A command that is enabled while a dataset is shown. */
public abstract class ActiveDatasetHandler extends AbstractHandler {

    private final Consumer<Optional<OpenDataset>> enablement = active -> setBaseEnabled(active.isPresent());

    protected ActiveDatasetHandler() {
        setBaseEnabled(OpenDatasets.get().active().isPresent());
        OpenDatasets.get().addActiveListener(enablement);
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(enablement);
        super.dispose();
    }
}
