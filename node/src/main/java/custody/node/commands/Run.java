package custody.node.commands;

import custody.node.configuration.Settings;
import custody.node.configuration.SettingsFile;
import custody.node.configuration.WrongSetting;
import custody.node.wiring.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code custody run}: the node, until Ctrl-C. */
@Command(name = "run", description = "Runs the node until Ctrl-C.", mixinStandardHelpOptions = true)
public final class Run implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder; default: data, or demo-data with --demo.")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "N", description = "TCP port; default 8443; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(names = "--demo", description = "A facility with invented people, cameras and a day's work.")
    private boolean demo;

    @Option(names = "--role", paramLabel = "ROLE", description = "facility (default).", defaultValue = "facility")
    private String role = "facility";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, name = value; see docs/operating/running.md.")
    private @Nullable Path config;

    @Override
    public Integer call() throws Exception {
        if (!role.equals("facility")) {
            throw new WrongSetting("--role", "is facility; the centre is not part of this version");
        }
        Settings settings = settings();
        DataFolder.claim(settings);
        LogFile.in(settings.data());
        CountDownLatch stopped = new CountDownLatch(1);
        Node node = Node.start(settings, spec.commandLine().getOut());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stopping").unstarted(() -> {
                    node.close();
                    stopped.countDown();
                }));
        stopped.await();
        return 0;
    }

    private Settings settings() throws IOException {
        Settings asked = new SettingsFile(config).settings(data, port, demo);
        if (!DataFolder.known(asked.data())) {
            return asked;
        }
        Settings held = DataFolder.settings(asked.data(), config, port);
        DataFolder.claim(asked);
        return held;
    }
}
