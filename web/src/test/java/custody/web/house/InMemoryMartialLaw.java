package custody.web.house;

import custody.record.desk.DeclaredMartialLaw;
import custody.record.events.Badge;
import custody.record.events.FacilityCode;
import custody.record.events.SystemFact.FacilityMartialLaw;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Martial law in memory. */
public final class InMemoryMartialLaw implements DeclaredMartialLaw {
    private final Map<FacilityCode, List<FacilityMartialLaw>> declared = new ConcurrentHashMap<>();

    @Override
    public List<FacilityMartialLaw> of(FacilityCode facility) {
        return List.copyOf(declared.getOrDefault(facility, List.of()));
    }

    @Override
    public void declare(FacilityCode facility, FacilityMartialLaw fact, Badge by) {
        declared.computeIfAbsent(facility, _ -> new CopyOnWriteArrayList<>()).add(fact);
    }
}
