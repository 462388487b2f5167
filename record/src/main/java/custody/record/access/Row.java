package custody.record.access;

import java.util.EnumMap;
import java.util.Map;

/** One row of the access table: for each role how far it reaches; a role that is not named never may. Immutable. */
record Row(Map<Role, Scope> scopes) {
    Row {
        scopes = Map.copyOf(scopes);
    }

    /** A row that grants nothing. */
    static Row nobody() {
        return new Row(Map.of());
    }

    /** This row, and these roles that far. */
    Row and(Scope scope, Role... roles) {
        Map<Role, Scope> more = new EnumMap<>(Role.class);
        more.putAll(scopes);
        for (Role role : roles) {
            more.put(role, scope);
        }
        return new Row(more);
    }

    Scope of(Role role) {
        return scopes.getOrDefault(role, Scope.NEVER);
    }
}
