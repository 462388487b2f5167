package custody.node.wiring;

import org.springframework.boot.SpringApplication;

/** What the build runs, to write down as code how the pages are wired. Nothing is opened and nothing started by it. */
public final class Prepared {
    private Prepared() {}

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(NodeApplication.class);
        application.setMainApplicationClass(Prepared.class);
        application.setDefaultProperties(ServerProperties.always());
        application.run();
    }
}
