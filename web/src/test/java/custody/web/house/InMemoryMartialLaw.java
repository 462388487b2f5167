package custody.web.house;

import custody.record.desk.DeclaredMartialLaw;
import custody.record.desk.RequestKey;
import custody.record.desk.Writer;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Martial law in memory. */
public final class InMemoryMartialLaw implements DeclaredMartialLaw {
    private final Map<FacilityCode, List<FacilityMartialLaw>> declared = new HashMap<>();
    private final Map<String, Known> answers = new HashMap<>();

    private record Known(String digest, Declaration.Stands answer) {}

    @Override
    public synchronized List<FacilityMartialLaw> of(FacilityCode facility) {
        return List.copyOf(declared.getOrDefault(facility, List.of()));
    }

    @Override
    public synchronized Optional<Declaration> answered(Writer writer) {
        RequestKey key = writer.request();
        Known known = key == null ? null : answers.get(writer.badge() + key.key());
        if (key == null || known == null) {
            return Optional.empty();
        }
        return Optional.of(known.digest().equals(key.bodyDigest()) ? known.answer() : new Declaration.KeyReused());
    }

    @Override
    public synchronized Declaration declare(FacilityCode facility, FacilityMartialLaw fact, Writer writer) {
        Optional<Declaration> before = answered(writer);
        if (before.isPresent()) {
            return before.get();
        }
        List<FacilityMartialLaw> all = declared.computeIfAbsent(facility, _ -> new ArrayList<>());
        RequestKey key = writer.request();
        if (key != null || all.isEmpty() || !all.getLast().equals(fact)) {
            all.add(fact);
        }
        Declaration.Stands answer = new Declaration.Stands(all);
        if (key != null) {
            answers.put(writer.badge() + key.key(), new Known(key.bodyDigest(), answer));
        }
        return answer;
    }
}
