package custody.web.house;

import custody.record.desk.Officers;
import custody.record.events.Badge;
import custody.record.places.Officer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Officers in memory. */
public final class InMemoryOfficers implements Officers {
    private final Map<Badge, Officer> officers = new ConcurrentHashMap<>();

    @Override
    public Optional<Officer> find(Badge badge) {
        return Optional.ofNullable(officers.get(badge));
    }

    @Override
    public List<Officer> all() {
        return officers.values().stream()
                .sorted(Comparator.comparing(officer -> officer.badge().number()))
                .toList();
    }

    @Override
    public void put(Officer officer) {
        officers.put(officer.badge(), officer);
    }
}
