package custody.web.components;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.web.components.Control.Face;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each fixture's options go into our component; what comes out must be the published HTML, but for white space. */
@DisplayName("A component gives the HTML that govuk-frontend publishes:")
class PublishedHtmlTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final String JAR = "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/components/";

    private static String published(String component, String fixture) throws IOException {
        try (InputStream in = PublishedHtmlTest.class.getResourceAsStream(JAR + component + "/fixtures.json")) {
            if (in == null) {
                throw new IOException("no fixtures of " + component);
            }
            for (JsonNode one : new JsonMapper().readTree(in).get("fixtures")) {
                if (one.get("name").stringValue().equals(fixture)) {
                    return one.get("html").stringValue();
                }
            }
            throw new IOException("no fixture " + fixture + " of " + component);
        }
    }

    private static void same(String component, String fixture, String template, Map<String, Object> parameters)
            throws IOException {
        StringOutput out = new StringOutput();
        TEMPLATES.render("components/" + template + ".jte", parameters, out);
        assertEquals(plain(published(component, fixture)), plain(out.toString()), component + ": " + fixture);
    }

    /** White space between and inside tags says nothing. */
    private static String plain(String html) {
        return html.replaceAll("\\s+", " ")
                .replaceAll("\\s*(<[^>]*>)\\s*", "$1")
                .replaceAll("\\s+>", ">")
                .replaceAll(" (checked|selected|open)=\"\\1\"", " $1")
                .strip();
    }

    private static Map<String, Object> control(Control control) {
        return Map.of("control", control, "errorPrefix", "Error");
    }

    @Test
    @DisplayName("text input")
    void input() throws IOException {
        same(
                "input",
                "default",
                "input",
                control(new Control.Line(
                        new Face("test-name", "test-name", "National Insurance number", null, null, false),
                        "",
                        0,
                        null,
                        null)));
        same(
                "input",
                "with hint text",
                "input",
                control(new Control.Line(
                        new Face(
                                "input-with-hint-text",
                                "test-name-2",
                                "National insurance number",
                                "It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.",
                                null,
                                false),
                        "",
                        0,
                        null,
                        null)));
    }

    @Test
    @DisplayName("text area")
    void textarea() throws IOException {
        same(
                "textarea",
                "default",
                "textarea",
                control(new Control.Area(
                        new Face("more-detail", "more-detail", "Can you provide more detail?", null, null, false),
                        "",
                        5,
                        100)));
        same(
                "textarea",
                "with error message",
                "textarea",
                control(new Control.Area(
                        new Face(
                                "no-ni-reason",
                                "no-ni-reason",
                                "Why can’t you provide a National Insurance number?",
                                null,
                                "You must provide an explanation",
                                false),
                        "",
                        5,
                        100)));
    }

    @Test
    @DisplayName("error summary")
    void errorSummary() throws IOException {
        same(
                "error-summary",
                "default",
                "errorSummary",
                Map.of(
                        "title",
                        "There is a problem",
                        "errors",
                        List.of(
                                new ErrorLink(
                                        "example-error-1", "The date your passport was issued must be in the past"),
                                new ErrorLink("example-error-2", "Enter a postcode, like AA1 1AA"))));
    }

    @Test
    @DisplayName("tag")
    void tag() throws IOException {
        same("tag", "default", "tag", Map.of("text", "Alpha", "classes", ""));
        same("tag", "grey", "tag", Map.of("text", "Grey", "classes", "govuk-tag--grey"));
    }
}
