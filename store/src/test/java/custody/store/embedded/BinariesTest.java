package custody.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.store.TestStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The database's programs")
final class BinariesTest {
    @Test
    @DisplayName("are there for both of two that unpack them into one place at once")
    void bothFindThem() throws Exception {
        Path place = TestStores.folder("programs");
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Path> unpacking = () -> {
                both.await();
                return Binaries.unpack(place);
            };
            for (Future<Path> found : threads.invokeAll(List.of(unpacking, unpacking))) {
                assertEquals(place, found.get());
            }
        }
        assertTrue(Files.isExecutable(place.resolve("bin/postgres")));
    }
}
