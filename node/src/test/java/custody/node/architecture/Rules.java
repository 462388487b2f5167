package custody.node.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules that the poms cannot express, each with its reason. */
final class Rules {
    private static final String[] PURE = {"custody.record..", "custody.ledger.."};

    private Rules() {}

    static final ArchRule NO_CLOCK_IN_PURE_ROOMS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(readsAClock())
            .because("time is a parameter: the same facts must give the same answer on any day and in any court");

    static final ArchRule NO_THREAD_OR_INPUT_OUTPUT_IN_PURE_ROOMS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.nio.file..", "java.net..", "java.sql..", "javax.sql..", "java.util.logging..")
                    .or(named(Set.of(
                            "java.lang.Thread",
                            "java.lang.Process",
                            "java.lang.ProcessBuilder",
                            "java.io.File",
                            "java.io.FileInputStream",
                            "java.io.FileOutputStream",
                            "java.util.concurrent.ExecutorService",
                            "java.util.concurrent.Executors"))))
            .because("the domain and the proofs can be read, tested and trusted without a machine around them");

    static final ArchRule NO_CHANCE_IN_PURE_ROOMS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(rollsDice())
            .because("ids and randomness are parameters");

    static final ArchRule SQL_ONLY_IN_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("custody.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..")
            .because("one room knows the database; the others ask it in the words of the trade");

    static final ArchRule PROCESSES_ONLY_WHERE_ALLOWED = noClasses()
            .that()
            .resideOutsideOfPackages("custody.video..", "custody.store.embedded..")
            .should()
            .dependOnClassesThat(named(Set.of("java.lang.ProcessBuilder")))
            .because("only video (pixels) and the embedded database start native processes");

    static final ArchRule EVENTS_KNOW_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("custody.record.events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "custody.record.catalogue..",
                    "custody.record.detention..",
                    "custody.record.law..",
                    "custody.record.access..",
                    "custody.record.desk..",
                    "custody.record.places..")
            .because("law and access read events, never the other way round");

    static final ArchRule NOBODY_DEPENDS_ON_LAW_INSIDE_RECORD = noClasses()
            .that()
            .resideInAnyPackage("custody.record.catalogue..", "custody.record.detention..", "custody.record.access..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("custody.record.law..")
            .because("clocks judge facts and never block them");

    static final ArchRule NO_CYCLES =
            slices().matching("custody.(*).(*)..").should().beFreeOfCycles();

    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..common..",
                    "..helper..",
                    "..manager..",
                    "..impl..",
                    "..dto..",
                    "..service..",
                    "..model..")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .because("a name says what a thing is in the words of the field");

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("named " + names, type -> names.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return DescribedPredicate.describe("reads a clock or the machine's zone", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean now = owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system"));
            boolean machine =
                    owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
            return now || machine;
        });
    }

    private static DescribedPredicate<JavaAccess<?>> rollsDice() {
        return DescribedPredicate.describe("rolls dice", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean seeded = owner.equals("java.util.Random")
                    && name.equals("<init>")
                    && access.getTarget().getFullName().contains("(long)");
            return (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                    || owner.equals("java.util.concurrent.ThreadLocalRandom")
                    || owner.equals("java.security.SecureRandom")
                    || (owner.equals("java.lang.Math") && name.equals("random"))
                    || (owner.equals("java.util.Random") && name.equals("<init>") && !seeded);
        });
    }
}
