package dev.errata.cli;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import picocli.CommandLine.IVersionProvider;

/** The version of the command-line bundle, and the Java that runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        Bundle bundle = FrameworkUtil.getBundle(Version.class);
        String version = bundle == null ? "(development)" : bundle.getVersion().toString();
        return new String[] {"errata " + version, "Java " + Runtime.version()};
    }
}
