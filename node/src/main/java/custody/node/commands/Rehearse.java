package custody.node.commands;

import custody.node.demo.DemoOfficers;
import custody.node.demo.HttpDesk;
import custody.node.tls.TrustedClient;
import custody.node.wiring.Node;
import custody.record.events.RecordId;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code custody rehearse}: a node of invented people that starts, takes entries for a while and ends, so that the JVM
 * can remember its classes and what in them is used often. The launcher calls it twice after a build and lets the JVM
 * remember the second time: what only a first start uses, above all what issues certificates, would delay every later one.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Starts a node in a throwaway folder and ends; uses it as well when the folder is there already.",
        mixinStandardHelpOptions = true)
public final class Rehearse implements Callable<Integer> {
    private static final int RECORDS = 20;
    private static final int ENTRIES_OF_A_RECORD = 40;
    private static final String[] READ = {"", "api/v1/whiteboard", "api/v1/records?limit=50"};

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "New folder, or that of a call before.")
    private Path data = Path.of("rehearsal");

    @Override
    public Integer call() throws Exception {
        Path token = data.resolve("rehearsal.token");
        boolean first = !Files.exists(token);
        if (first) {
            Files.writeString(token, InventedHouse.make(data));
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Node node = Node.start(DataFolder.settings(data, null, 0), out)) {
            if (!first) {
                play(node, Files.readString(token));
            }
        }
        return 0;
    }

    private void play(Node node, String token) throws IOException, GeneralSecurityException, InterruptedException {
        try (HttpClient client = TrustedClient.of(data)) {
            play(node, client, token);
        }
    }

    private static void play(Node node, HttpClient client, String token) throws IOException, InterruptedException {
        HttpDesk desk = new HttpDesk(node.url(), client, _ -> token, Duration.ofMinutes(1));
        for (int number = 0; number < RECORDS; number++) {
            RecordId record = BenchHttp.stored(desk.open(BenchHttp.booking(), DemoOfficers.CUSTODY, BenchHttp.key()))
                    .record();
            for (int entry = 0; entry < ENTRIES_OF_A_RECORD; entry++) {
                BenchHttp.stored(desk.add(record, BenchHttp.check(), DemoOfficers.CUSTODY, BenchHttp.key()));
            }
            for (String path : READ) {
                HttpRequest request = HttpRequest.newBuilder(node.url().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
