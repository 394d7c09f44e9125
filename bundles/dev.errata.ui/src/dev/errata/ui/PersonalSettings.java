package dev.errata.ui;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What this person's workspace remembers of something; on disk at once, as the program may be killed. Any thread. */
public final class PersonalSettings {

    private final IEclipsePreferences node;
    private final Job flush;

    /** @param name of the node of preferences that holds them, for example that of a bundle */
    public PersonalSettings(String name) {
        node = InstanceScope.INSTANCE.getNode(name);
        flush = Job.createSystem(Messages.PersonalSettings_flush, (ICoreRunnable) monitor -> {
            try {
                node.flush();
            } catch (BackingStoreException failure) {
                throw new CoreException(new Status(IStatus.WARNING, PersonalSettings.class, failure.getMessage(), failure));
            }
        });
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(node.get(key, null));
    }

    /** @param value null to forget it */
    public void put(String key, String value) {
        if (value == null) {
            node.remove(key);
        } else {
            node.put(key, value);
        }
        flush.schedule();
    }
}
