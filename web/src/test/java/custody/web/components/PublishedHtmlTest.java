package custody.web.components;

import static org.junit.jupiter.api.Assertions.assertEquals;

import custody.web.components.Control.Face;
import gg.jte.Content;
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

    /** White space between and inside tags, the order of a button's attributes and a written-out apostrophe say nothing. */
    private static String plain(String html) {
        return html.replace("&#39;", "'")
                .replace("type=\"submit\" data-prevent-double-click=\"true\" class", "type=\"submit\" class")
                .replace(" data-prevent-double-click=\"true\"", "")
                .replaceAll("\\s+", " ")
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
    @DisplayName("back link, skip link, inset text")
    void shortOnes() throws IOException {
        same("back-link", "default", "backLink", Map.of("target", "#", "text", "Back"));
        same(
                "skip-link",
                "default",
                "skipLink",
                Map.of("target", "test-target-element", "text", "Skip to main content"));
        same(
                "inset-text",
                "default",
                "insetText",
                Map.of(
                        "content",
                        content("It can take up to 8 weeks to register a lasting power of attorney if there are no"
                                + " mistakes in the application.")));
    }

    @Test
    @DisplayName("label, hint, error message")
    void partsOfControls() throws IOException {
        same(
                "label",
                "for",
                "label",
                Map.of("text", "National Insurance number", "target", "test-target-element", "classes", ""));
        same(
                "hint",
                "id",
                "hint",
                Map.of(
                        "id",
                        "my-hint",
                        "text",
                        "It's on your National Insurance card, benefit letter, payslip or P60."));
        same(
                "error-message",
                "id",
                "errorMessage",
                Map.of("id", "my-error-message-id", "text", "This is an error message", "prefix", "Error"));
    }

    @Test
    @DisplayName("button that is not pressed twice")
    void button() throws IOException {
        same("button", "prevent double click", "button", Map.of("text", "Submit", "classes", ""));
    }

    @Test
    @DisplayName("details")
    void details() throws IOException {
        same(
                "details",
                "html as text",
                "details",
                Map.of(
                        "summary",
                        "Expand this section",
                        "content",
                        content("More about the greater than symbol (>)"),
                        "open",
                        false));
    }

    @Test
    @DisplayName("summary list")
    void summaryList() throws IOException {
        same(
                "summary-list",
                "with falsy values",
                "summaryList",
                Map.of(
                        "rows",
                        List.of(new Row("Name", "Firstname Lastname"), new Row("Name 2", "Firstname2 Lastname2")),
                        "classes",
                        ""));
    }

    @Test
    @DisplayName("radios")
    void radios() throws IOException {
        String asked = "Have you changed your name?";
        same(
                "radios",
                "default",
                "radios",
                control(new Control.Radios(
                        new Face("example-default", "example-default", asked, null, null, false),
                        List.of(new Option("yes", "Yes", false), new Option("no", "No", false)),
                        false)));
        same(
                "radios",
                "with fieldset and error message",
                "radios",
                control(new Control.Radios(
                        new Face("example", "example", asked, null, "Please select an option", false),
                        List.of(new Option("yes", "Yes", false), new Option("no", "No", true)),
                        false)));
        same(
                "radios",
                "inline",
                "radios",
                control(new Control.Radios(
                        new Face(
                                "example",
                                "example",
                                asked,
                                "This includes changing your last name or spelling your name differently.",
                                null,
                                false),
                        List.of(new Option("yes", "Yes", false), new Option("no", "No", true)),
                        true)));
    }

    @Test
    @DisplayName("checkboxes")
    void checkboxes() throws IOException {
        same(
                "checkboxes",
                "default",
                "checkboxes",
                control(new Control.Ticks(
                        new Face("nationality", "nationality", "What is your nationality?", null, null, false),
                        List.of(
                                new Option("british", "British", false),
                                new Option("irish", "Irish", false),
                                new Option("other", "Citizen of another country", false)))));
    }

    @Test
    @DisplayName("select")
    void select() throws IOException {
        same(
                "select",
                "with hint text and error message",
                "select",
                control(new Control.Menus(
                        new Face(
                                "select-2",
                                "select-2",
                                "Label text goes here",
                                "Hint text goes here",
                                "Error message goes here",
                                false),
                        List.of(List.of(
                                new Option("1", "GOV.UK frontend option 1", false),
                                new Option("2", "GOV.UK frontend option 2", false),
                                new Option("3", "GOV.UK frontend option 3", false))))));
    }

    private static Content content(String text) {
        return output -> output.writeUserContent(text);
    }
}
