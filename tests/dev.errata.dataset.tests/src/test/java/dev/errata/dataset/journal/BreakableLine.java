package dev.errata.dataset.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server of this machine that breaks at a chosen word: before the server hears it, or before its answer is heard. */
final class BreakableLine implements Closeable {

    private final int server;
    private final ServerSocket entrance;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile String word;
    private volatile boolean heard;
    private volatile boolean forGood;
    private volatile boolean next;

    BreakableLine(int server) throws IOException {
        this.server = server;
        entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The next time that the client says a word, the line breaks; the server does not hear it. */
    void breakBefore(String text) {
        heard = false;
        word = text;
    }

    /** The line breaks before the client hears the answer to what it says after a word. */
    void breakBehind(String text) {
        heard = true;
        word = text;
    }

    /** Once it breaks, it stays broken. */
    void breakForGood(boolean wanted) {
        forGood = wanted;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                if (forGood && word == null && !next) {
                    client.close();
                    continue;
                }
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(there);
                Thread.ofVirtual().start(() -> pass(client, there, true));
                Thread.ofVirtual().start(() -> pass(there, client, false));
            }
        } catch (IOException closed) {
            // the test is over
            open.clear();
        }
    }

    private void pass(Socket from, Socket to, boolean isClient) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[1 << 16];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (isClient && breaks(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))) {
                    if (heard) {
                        // nothing is passed back any more, but the server gets all and is waited for
                        from.close();
                        out.write(bytes, 0, length);
                        to.shutdownOutput();
                        to.getInputStream().readAllBytes();
                    }
                    return;
                }
                out.write(bytes, 0, length);
            }
        } catch (IOException broken) {
            // the other direction ended first
            open.remove(from);
        }
    }

    private boolean breaks(String said) {
        boolean behind = next;
        next = false;
        boolean now = word != null && said.contains(word);
        if (now) {
            word = null;
            next = heard;
        }
        return behind || now && !heard;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
