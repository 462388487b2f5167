package custody.node.alarms;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of SMTP (RFC 5321) as is needed to answer 550 to some recipients and to take messages for the others. */
final class PickyMailServer implements Closeable {
    private final ServerSocket socket;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    /** A message as one recipient has it. */
    record Taken(String to, String messageId) {}

    PickyMailServer(String... refused) {
        try {
            this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        this.refused.addAll(Set.of(refused));
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** That mailbox is there from now on. */
    void accept(String address) {
        refused.remove(address);
    }

    /** What was taken, a line a recipient. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
            say(caller, "220 mail.example");
            List<String> recipients = new CopyOnWriteArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:")) {
                    String address = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    boolean no = refused.contains(address);
                    say(caller, no ? "550 5.1.1 no such mailbox" : "250 ok");
                    if (!no) {
                        recipients.add(address);
                    }
                } else if (line.equals("DATA")) {
                    say(caller, recipients.isEmpty() ? "554 no recipients" : "354 go on");
                    if (!recipients.isEmpty()) {
                        String id = messageId(in);
                        recipients.forEach(to -> taken.add(new Taken(to, id)));
                        recipients.clear();
                        say(caller, "250 taken");
                    }
                } else if (line.equals("QUIT")) {
                    say(caller, "221 bye");
                    return;
                } else {
                    recipients.clear();
                    say(caller, "250 ok");
                }
            }
        } catch (IOException gone) {
            // Whoever called hung up.
        }
    }

    private static String messageId(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
        }
        return id;
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
