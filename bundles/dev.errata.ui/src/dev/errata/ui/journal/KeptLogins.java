package dev.errata.ui.journal;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.equinox.security.storage.EncodingUtils;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;

import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.journal.postgres.ServerLogin;
import dev.errata.ui.Failures;

/** Users and passwords in the platform's secure storage, which is encrypted, and belongs to the person. */
final class KeptLogins {

    private static final String NODE = "dev.errata/journals"; //$NON-NLS-1$
    private static final String USER = "user"; //$NON-NLS-1$
    private static final String PASSWORD = "password"; //$NON-NLS-1$

    private KeptLogins() {
    }

    /** Empty where none was kept, or it cannot be read: then the person is asked. */
    static Optional<ServerLogin> get(ServerAddress server) {
        ISecurePreferences root = SecurePreferencesFactory.getDefault();
        if (root == null || !root.nodeExists(path(server))) {
            return Optional.empty();
        }
        try {
            ISecurePreferences node = root.node(path(server));
            String user = node.get(USER, null);
            String password = node.get(PASSWORD, null);
            return user == null || password == null ? Optional.empty() : Optional.of(new ServerLogin(user, password));
        } catch (StorageException locked) {
            Failures.warn(Messages.Login_notRead, locked.getMessage());
            return Optional.empty();
        }
    }

    static void put(ServerAddress server, ServerLogin login) {
        ISecurePreferences root = SecurePreferencesFactory.getDefault();
        try {
            ISecurePreferences node = root.node(path(server));
            node.put(USER, login.user(), true);
            node.put(PASSWORD, login.password(), true);
            node.flush();
        } catch (StorageException | IOException failure) {
            Failures.warn(Messages.Login_notKept, failure.getMessage());
        }
    }

    private static String path(ServerAddress server) {
        return NODE + '/' + EncodingUtils.encodeSlashes(server.place());
    }
}
