package custody.node.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants what must never get in, and sees it stopped by the very arguments that the build passes to the compiler. */
class PlantedViolationsTest {
    private static final Pattern ARGUMENT = Pattern.compile("<arg>(.*?)</arg>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void aHarmlessClassCompiles() throws IOException, InterruptedException {
        Compilation compiled = compile("custody.record.law", "Harmless", "int one() { return 1; }");
        assertEquals(0, compiled.exit(), compiled.output());
    }

    @Test
    void aNullReturnStopsTheBuild() throws IOException, InterruptedException {
        Compilation compiled = compile("custody.record.law", "Planted", "String name() { return null; }");
        assertNotEquals(0, compiled.exit());
        assertTrue(compiled.output().contains("NullAway"), compiled.output());
    }

    @Test
    void anIncompleteSwitchStopsTheBuild() throws IOException, InterruptedException {
        Compilation compiled = compile(
                "custody.record.law",
                "Planted",
                "sealed interface S { record A() implements S {} record B() implements S {} }"
                        + " int of(S s) { return switch (s) { case S.A _ -> 1; }; }");
        assertNotEquals(0, compiled.exit());
        assertTrue(compiled.output().contains("does not cover"), compiled.output());
    }

    @Test
    void aWarningStopsTheBuild() throws IOException, InterruptedException {
        Compilation compiled =
                compile("custody.record.law", "Planted", "Object raw() { return new java.util.ArrayList(); }");
        assertNotEquals(0, compiled.exit());
        assertTrue(compiled.output().contains("rawtypes"), compiled.output());
    }

    @Test
    void aClockInTheDomainIsFound() throws IOException, InterruptedException {
        JavaClasses planted =
                planted("custody.record.law", "java.time.Instant now() { return java.time.Instant.now(); }");
        assertThrows(AssertionError.class, () -> Rules.NO_CLOCK_IN_PURE_ROOMS.check(planted));
    }

    @Test
    void aFileInTheLedgerIsFound() throws IOException, InterruptedException {
        JavaClasses planted = planted(
                "custody.ledger.tree", "boolean there(java.nio.file.Path p) { return java.nio.file.Files.exists(p); }");
        assertThrows(AssertionError.class, () -> Rules.NO_THREAD_OR_INPUT_OUTPUT_IN_PURE_ROOMS.check(planted));
    }

    @Test
    void sqlInThePagesIsFound() throws IOException, InterruptedException {
        JavaClasses planted =
                planted("custody.web.pages", "void close(java.sql.Connection c) throws Exception { c.close(); }");
        assertThrows(AssertionError.class, () -> Rules.SQL_ONLY_IN_STORE.check(planted));
    }

    @Test
    void chanceInTheDomainIsFound() throws IOException, InterruptedException {
        JavaClasses planted =
                planted("custody.record.detention", "java.util.UUID id() { return java.util.UUID.randomUUID(); }");
        assertThrows(AssertionError.class, () -> Rules.NO_CHANCE_IN_PURE_ROOMS.check(planted));
    }

    @Test
    void aProcessStartedByAPageIsFound() throws IOException, InterruptedException {
        JavaClasses planted = planted(
                "custody.web.pages", "Process run() throws Exception { return new ProcessBuilder(\"id\").start(); }");
        assertThrows(AssertionError.class, () -> Rules.PROCESSES_ONLY_WHERE_ALLOWED.check(planted));
    }

    @Test
    void anEventThatKnowsTheLawIsFound() throws IOException, InterruptedException {
        JavaClasses planted = planted("custody.record.events", "void of(custody.record.law.Lawbook book) {}");
        assertThrows(AssertionError.class, () -> Rules.EVENTS_KNOW_NOTHING_ELSE.check(planted));
    }

    @Test
    void aDetentionThatAsksTheLawIsFound() throws IOException, InterruptedException {
        JavaClasses planted = planted("custody.record.detention", "void of(custody.record.law.Lawbook book) {}");
        assertThrows(AssertionError.class, () -> Rules.NOBODY_DEPENDS_ON_LAW_INSIDE_RECORD.check(planted));
    }

    @Test
    void twoPackagesThatNeedEachOtherAreFound() throws IOException, InterruptedException {
        Compilation first = compile("custody.web.first", "Harmless", "");
        assertEquals(0, first.exit(), first.output());
        Rules.NO_CYCLES.check(planted("custody.web.second", "void of(custody.web.first.Harmless other) {}"));
        JavaClasses planted = planted("custody.web.first", "void of(custody.web.second.Planted other) {}");
        assertThrows(AssertionError.class, () -> Rules.NO_CYCLES.check(planted));
    }

    @Test
    void aNameThatSaysNothingIsFound() throws IOException, InterruptedException {
        JavaClasses planted = planted("custody.record.common", "int one() { return 1; }");
        assertThrows(AssertionError.class, () -> Rules.NO_EMPTY_NAMES.check(planted));
    }

    private JavaClasses planted(String inPackage, String body) throws IOException, InterruptedException {
        Compilation compiled = compile(inPackage, "Planted", body);
        assertEquals(0, compiled.exit(), compiled.output());
        return new ClassFileImporter().importPath(folder.resolve("classes"));
    }

    private Compilation compile(String inPackage, String name, String body) throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve("src").resolve(inPackage.replace('.', '/')));
        Files.writeString(
                sources.resolve("package-info.java"),
                "@org.jspecify.annotations.NullMarked package " + inPackage + ";");
        Path source = sources.resolve(name + ".java");
        Files.writeString(source, "package " + inPackage + "; public final class " + name + " { " + body + " }");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(buildArguments());
        String classes = Files.createDirectories(folder.resolve("classes")).toString();
        command.addAll(List.of("-d", classes));
        command.addAll(List.of("-cp", classes + File.pathSeparator + System.getProperty("java.class.path")));
        command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
        command.addAll(List.of(sources.resolve("package-info.java").toString(), source.toString()));
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Compilation(javac.waitFor(), output);
    }

    /** The arguments in the root pom, so that this test and the build cannot drift apart. */
    private static List<String> buildArguments() throws IOException {
        Matcher matcher = ARGUMENT.matcher(Files.readString(Path.of("..", "pom.xml")));
        List<String> arguments = new ArrayList<>();
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        assertTrue(arguments.contains("-Werror"), "the build must fail on warnings");
        return arguments;
    }

    private record Compilation(int exit, String output) {}
}
