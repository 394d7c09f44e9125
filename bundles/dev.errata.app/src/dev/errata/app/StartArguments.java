package dev.errata.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the program was started for.
 *
 * @param sample whether to open the sample dataset
 * @param dataset the folder of the dataset to open
 */
record StartArguments(boolean sample, Optional<Path> dataset) {

    private static final String SAMPLE = "-sample"; //$NON-NLS-1$
    private static final String DOCUMENT = ".errata"; //$NON-NLS-1$

    static StartArguments of(String... arguments) {
        boolean sample = false;
        Path dataset = null;
        for (String argument : arguments) {
            if (argument.equals(SAMPLE)) {
                sample = true;
            } else if (argument.endsWith(DOCUMENT)) {
                dataset = Path.of(argument).toAbsolutePath().getParent();
            } else if (!argument.startsWith("-") && Files.isDirectory(Path.of(argument))) { //$NON-NLS-1$
                dataset = Path.of(argument).toAbsolutePath();
            }
        }
        return new StartArguments(sample, Optional.ofNullable(dataset));
    }
}
