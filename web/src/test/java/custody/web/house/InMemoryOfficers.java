package custody.web.house;

import custody.record.desk.Accounts;
import custody.record.desk.Officers;
import custody.record.desk.RoleEntry;
import custody.record.events.Badge;
import custody.record.places.Officer;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Officers in memory. */
public final class InMemoryOfficers implements Officers {
    private final Map<Badge, Officer> officers = new ConcurrentHashMap<>();
    private final Deque<RoleEntry> entries = new ConcurrentLinkedDeque<>();
    private final InstantSource time;

    public InMemoryOfficers(InstantSource time) {
        this.time = time;
    }

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
    public void put(Officer officer, Accounts.By by) {
        officers.put(officer.badge(), officer);
        entries.addFirst(new RoleEntry(time.instant(), entries.size(), Optional.of(by), new RoleEntry.Became(officer)));
    }

    @Override
    public List<RoleEntry> history(Badge badge) {
        return entries.stream()
                .filter(entry -> entry.what() instanceof RoleEntry.Became(Officer officer)
                        && officer.badge().equals(badge))
                .toList();
    }
}
