package dev.errata.dataset.journal.postgres;

/**
 * Who this program is for a server.
 *
 * @param password empty where there is none
 */
public record ServerLogin(String user, String password) {

    /** A password is in no message and no log. */
    @Override
    public String toString() {
        return user;
    }
}
