package custody.node.commands;

import custody.node.wiring.Control;
import custody.node.wiring.ControlSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A data folder as commands meet it: with a node running on it, or at rest. */
final class Folder {
    private Folder() {}

    /** Asks the running node; opens the folder where none runs. */
    static String ask(Path data, @Nullable Path config, String question, Function<Control, String> otherwise)
            throws IOException {
        Optional<String> answer = ControlSocket.ask(data, question);
        if (answer.isPresent()) {
            return answer.get();
        }
        return Control.opening(DataFolder.settings(data, config, null), otherwise);
    }
}
