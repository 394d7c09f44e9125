package dev.errata.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

import picocli.CommandLine.IVersionProvider;

/** The version of the command-line bundle, and the Java that runs it. */
public final class Version implements IVersionProvider {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String NAME = "dev.errata.cli";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"errata " + version(), "Java " + Runtime.version()};
    }

    private static String version() throws IOException {
        for (URL place : Collections.list(Version.class.getClassLoader().getResources(MANIFEST))) {
            try (InputStream in = place.openStream()) {
                Attributes found = new Manifest(in).getMainAttributes();
                String name = found.getValue("Bundle-SymbolicName");
                if (name != null && name.split(";")[0].equals(NAME)) {
                    return found.getValue("Bundle-Version");
                }
            }
        }
        return "(development)";
    }
}
