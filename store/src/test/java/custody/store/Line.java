package custody.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Between a node and its database: a node can be cut off while the database notices nothing, and what it sent can come late. */
final class Line implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int database;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Call> held = new LinkedBlockingQueue<>();
    private volatile List<String> holding = List.of();

    /** To the database at that port. */
    Line(int database) throws IOException {
        this.database = database;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on messages with these words wait here. */
    void hold(String words) {
        holding = List.of(words);
    }

    void holdNothing() {
        holding = List.of();
    }

    /** The next call whose message waits here. */
    Call held() throws InterruptedException {
        Call next = held.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new IllegalStateException("nothing came");
        }
        return next;
    }

    /** The call that the database knows by that port. */
    Call of(int port) {
        return calls.stream()
                .filter(call -> call.there.getLocalPort() == port)
                .findFirst()
                .orElseThrow();
    }

    private void accept() {
        try {
            while (true) {
                Socket here = server.accept();
                Call call = new Call(here, new Socket(InetAddress.getLoopbackAddress(), database));
                calls.add(call);
                Thread.ofVirtual().start(call::ask);
                Thread.ofVirtual().start(call::answer);
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** One connection. */
    final class Call {
        private final Socket here;
        private final Socket there;
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean cut;

        private Call(Socket here, Socket there) {
            this.here = here;
            this.there = there;
        }

        /** The node hears that it is gone; the database does not. */
        void cut() {
            cut = true;
            close(here);
        }

        /** What waits goes on. */
        void release() {
            released.countDown();
        }

        private void ask() {
            try {
                InputStream from = here.getInputStream();
                OutputStream to = there.getOutputStream();
                byte[] some = new byte[1 << 16];
                for (int read = from.read(some); read >= 0; read = from.read(some)) {
                    String message = new String(some, 0, read, StandardCharsets.ISO_8859_1);
                    if (holding.stream().anyMatch(message::contains)) {
                        held.add(this);
                        released.await();
                    }
                    to.write(some, 0, read);
                    to.flush();
                }
            } catch (IOException gone) {
                // As when the node closes it.
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            if (!cut) {
                close(there);
            }
        }

        private void answer() {
            try {
                InputStream from = there.getInputStream();
                byte[] some = new byte[1 << 16];
                for (int read = from.read(some); read >= 0; read = from.read(some)) {
                    if (!cut) {
                        here.getOutputStream().write(some, 0, read);
                    }
                }
            } catch (IOException gone) {
                // As when the database ends.
            }
            close(here);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        close(server);
        calls.forEach(call -> {
            call.release();
            close(call.here);
            close(call.there);
        });
    }
}
