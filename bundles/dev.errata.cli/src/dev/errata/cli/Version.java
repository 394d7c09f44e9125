package dev.errata.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.jar.JarFile;

import picocli.CommandLine.IVersionProvider;

/** The version of the command line's jar, and the Java that runs it. */
final class Version implements IVersionProvider {

    private static final String BUNDLE_VERSION = "Bundle-Version";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"errata " + version(), "Java " + Runtime.version()};
    }

    private static String version() throws IOException {
        File place = new File(URI.create(Version.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        if (place.isDirectory()) {
            return "(development)";
        }
        try (JarFile jar = new JarFile(place)) {
            return jar.getManifest().getMainAttributes().getValue(BUNDLE_VERSION);
        }
    }
}
