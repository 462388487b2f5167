package custody.node.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house against its rules. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                // Another room's tests come in a jar of their own, or as its folder of compiled tests.
                .withImportOption(place -> !place.contains("-tests.jar") && !place.contains("/test-classes/"))
                .importPackages("custody");
        return Stream.of(
                        Rules.NO_CLOCK_IN_PURE_ROOMS,
                        Rules.NO_THREAD_OR_INPUT_OUTPUT_IN_PURE_ROOMS,
                        Rules.NO_CHANCE_IN_PURE_ROOMS,
                        Rules.SQL_ONLY_IN_STORE,
                        Rules.PROCESSES_ONLY_WHERE_ALLOWED,
                        Rules.EVENTS_KNOW_NOTHING_ELSE,
                        Rules.NOBODY_DEPENDS_ON_LAW_INSIDE_RECORD,
                        Rules.NO_CYCLES,
                        Rules.NO_EMPTY_NAMES)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> check(rule, house)));
    }

    private static void check(ArchRule rule, JavaClasses house) {
        rule.check(house);
    }
}
