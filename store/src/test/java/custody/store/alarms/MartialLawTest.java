package custody.store.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import custody.record.desk.DeclaredMartialLaw.Declaration;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.events.Badge;
import custody.record.events.SystemFact.FacilityMartialLaw;
import custody.store.Samples;
import custody.store.Store;
import custody.store.TestStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A declaration of martial law")
final class MartialLawTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final FacilityMartialLaw IN_FORCE = new FacilityMartialLaw(true, FROM, null, "Указ № 1");
    private static final FacilityMartialLaw ENDED = new FacilityMartialLaw(false, FROM, null, "Указ № 2");
    private static final Badge OTHER = new Badge("1000009");

    private static Writer asked(Badge badge, String key, String digit) {
        return new Writer(badge, new RequestKey(key, digit.repeat(64)));
    }

    @Test
    @DisplayName(
            "that is sent again is answered as the first time, after a restart and after another's too, and declares nothing")
    void isAnsweredAsTheFirstTime() {
        Path folder = TestStores.prepared("declared-once");
        Writer first = asked(Samples.OFFICER, "k1", "a");
        Declaration answer = new Declaration.Stands(List.of(IN_FORCE));
        try (Store store = Store.open(TestStores.settings(folder))) {
            store.facilities().put(Samples.facility());
            MartialLaw law = store.martialLaw();
            assertEquals(Optional.empty(), law.answered(first));
            assertEquals(answer, law.declare(Samples.HOME, IN_FORCE, first));
            assertEquals(
                    new Declaration.Stands(List.of(IN_FORCE, ENDED)),
                    law.declare(Samples.HOME, ENDED, asked(OTHER, "k1", "b")),
                    "another's key is another key");
            assertEquals(answer, law.declare(Samples.HOME, IN_FORCE, first));
            assertEquals(
                    new Declaration.KeyReused(), law.declare(Samples.HOME, ENDED, asked(Samples.OFFICER, "k1", "c")));
        }
        try (Store store = Store.open(TestStores.settings(folder))) {
            MartialLaw law = store.martialLaw();
            assertEquals(Optional.of(answer), law.answered(first));
            assertEquals(answer, law.declare(Samples.HOME, IN_FORCE, first));
            assertEquals(List.of(IN_FORCE, ENDED), law.of(Samples.HOME));
        }
    }

    @Test
    @DisplayName("that is sent many times at once is declared once")
    void isDeclaredOnce() throws Exception {
        try (Store store = Store.open(TestStores.settings(TestStores.prepared("declared-at-once")));
                ExecutorService clicks = Executors.newFixedThreadPool(8)) {
            store.facilities().put(Samples.facility());
            MartialLaw law = store.martialLaw();
            List<Callable<Declaration>> wishes = new ArrayList<>();
            for (int click = 0; click < 16; click++) {
                wishes.add(() -> law.declare(Samples.HOME, IN_FORCE, asked(OTHER, "double", "a")));
            }
            for (Future<Declaration> answer : clicks.invokeAll(wishes)) {
                assertEquals(new Declaration.Stands(List.of(IN_FORCE)), answer.get());
            }
            assertEquals(List.of(IN_FORCE), law.of(Samples.HOME));
        }
    }

    @Test
    @DisplayName("without a key declares nothing that was declared last; with one of its own it is a second entry")
    void withoutAKeyDeclaresNothingThatWasLast() {
        try (Store store = Store.open(TestStores.settings(TestStores.prepared("declared-last")))) {
            store.facilities().put(Samples.facility());
            MartialLaw law = store.martialLaw();
            law.declare(Samples.HOME, IN_FORCE, OTHER);
            law.declare(Samples.HOME, IN_FORCE, OTHER);
            assertEquals(List.of(IN_FORCE), law.of(Samples.HOME));
            assertTrue(law.declare(Samples.HOME, IN_FORCE, asked(OTHER, "mine", "a")) instanceof Declaration.Stands);
            assertEquals(List.of(IN_FORCE, IN_FORCE), law.of(Samples.HOME));
        }
    }
}
