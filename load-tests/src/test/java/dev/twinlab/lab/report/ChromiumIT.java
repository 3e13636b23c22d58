package dev.twinlab.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twinlab.lab.analyse.SyntheticCampaign;
import dev.twinlab.lab.record.RunKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a browser: it draws what it says, at a telephone's width and at a desk's, by day and by night. */
class ChromiumIT {
    private static final Path SCREENSHOTS = Path.of("target", "report-screenshots");

    /** Texts of one chart that cover each other by more than a hair. */
    private static final String OVERLAPS = """
            [...document.querySelectorAll("figure.chart svg")].flatMap(svg => {
              const texts = [...svg.querySelectorAll("text")].filter(it => it.textContent.trim() !== "")
                .map(it => ({words: it.textContent, box: it.getBoundingClientRect(), turned: /rotate/.test(it.getAttribute("transform"))}))
                .filter(it => !it.turned);
              return texts.flatMap((one, i) => texts.slice(i + 1)
                .filter(two => Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left) > 2
                            && Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top) > 4)
                .map(two => svg.closest("figure").querySelector(".canvas").id + ": '" + one.words + "' and '" + two.words + "'"));
            })""";

    /** Texts that leave the box of their figure. */
    private static final String OUTSIDE = """
            [...document.querySelectorAll("figure.chart")].flatMap(figure => {
              const box = figure.getBoundingClientRect();
              return [...figure.querySelectorAll("svg text")].filter(it => it.textContent.trim() !== "")
                .filter(it => { const own = it.getBoundingClientRect(); return own.left < box.left - 1 || own.right > box.right + 1; })
                .map(it => figure.querySelector(".canvas").id + ": '" + it.textContent + "'");
            })""";

    private static final String DRAWN = """
            [...document.querySelectorAll("figure.chart")].map(it => ({
              id: it.querySelector(".canvas").id, wanted: +it.dataset.marks, drawn: +it.dataset.drawn,
              pictures: it.querySelectorAll("svg").length, broken: /NaN|undefined|Infinity/.test(it.innerHTML)}))""";

    /** Words that have less contrast with what is behind them than WCAG 2.2 asks for at level AA, 4.5 to 1. */
    private static final String FAINT = """
            (() => {
              const rgb = text => (text.match(/[0-9.]+/g) ?? []).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(it => it / 255)
                .map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)
                .reduce((sum, it, i) => sum + it * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = node => {
                for (let at = node; at; at = at.parentElement) {
                  const colour = rgb(getComputedStyle(at).backgroundColor);
                  if (colour.length === 3) return colour;
                }
                return [255, 255, 255];
              };
              const own = node => [...node.childNodes].some(it => it.nodeType === 3 && it.textContent.trim() !== "");
              const nodes = [...document.querySelectorAll("body *")].filter(it => !/^(SCRIPT|STYLE|NOSCRIPT|title)$/.test(it.tagName) && own(it));
              return [...new Set(nodes.flatMap(it => {
                const style = getComputedStyle(it);
                const colour = rgb(it.closest("svg") ? style.fill : style.color);
                if (colour.length !== 3) return [];
                const [one, two] = [light(colour), light(behind(it))].sort((a, b) => b - a);
                const contrast = (one + 0.05) / (two + 0.05);
                return contrast < 4.5 ? [contrast.toFixed(2) + " " + it.textContent.slice(0, 40)] : [];
              }))];
            })()""";

    @TempDir
    private static Path profile;

    private static Chromium chromium;

    @TempDir
    private Path results;

    private enum Shape {
        RECORDED {
            @Override
            Path write(Path folder) throws IOException {
                return recorded(folder);
            }
        },
        OUTLIER_AND_INVALID {
            @Override
            Path write(Path folder) {
                return SyntheticCampaign.aa()
                        .outlier(3, 40)
                        .noise(0.04)
                        .grade("C")
                        .invalid(RunKind.LOAD, 2, SyntheticCampaign.HELIDON, "k6 <dropped> 12 iterations")
                        .write(folder);
            }
        },
        LONG {
            @Override
            Path write(Path folder) {
                return SyntheticCampaign.aa()
                        .blocks(20, 20)
                        .helidon(0.8)
                        .drift(0.01)
                        .write(folder);
            }
        },
        ZEROS {
            @Override
            Path write(Path folder) {
                return SyntheticCampaign.aa().unit(0).write(folder);
            }
        },
        STARTS_ONLY {
            @Override
            Path write(Path folder) {
                return SyntheticCampaign.aa().blocks(6, 0).incomplete().write(folder);
            }
        },
        ONE_BLOCK {
            @Override
            Path write(Path folder) {
                return SyntheticCampaign.aa().blocks(1, 1).requests(100).write(folder);
            }
        },
        NOTHING_VALID {
            @Override
            Path write(Path folder) {
                SyntheticCampaign campaign = SyntheticCampaign.aa().blocks(1, 1);
                for (RunKind kind : RunKind.values()) {
                    campaign.invalid(kind, 1, SyntheticCampaign.HELIDON, "killed");
                    campaign.invalid(kind, 1, SyntheticCampaign.MICRONAUT, "killed");
                }
                return campaign.write(folder);
            }
        };

        abstract Path write(Path folder) throws IOException;
    }

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(SCREENSHOTS);
        chromium = new Chromium(profile);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPointIsDrawnAndNoTextCoversAnother(Shape shape) throws Exception {
        Path page = report(shape);
        for (int width : List.of(390, 1440)) {
            chromium.open(page, width, "light");
            assertThat(chromium.complaints()).isEmpty();
            for (JsonNode figure : chromium.evaluate(DRAWN)) {
                String id = figure.path("id").asText() + " at " + width;
                assertThat(figure.path("pictures").asInt()).as(id).isEqualTo(1);
                assertThat(figure.path("drawn").asInt())
                        .as("marks of " + id)
                        .isEqualTo(figure.path("wanted").asInt());
                assertThat(figure.path("broken").asBoolean()).as(id).isFalse();
            }
            assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("no scrolling to the side at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(texts(chromium.evaluate(OVERLAPS)))
                    .as("texts at " + width)
                    .isEmpty();
            assertThat(texts(chromium.evaluate(OUTSIDE)))
                    .as("texts at " + width)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1440, light", "1440, dark"})
    void aRecordedCampaignLooksLikeThis(int width, String scheme) throws Exception {
        Path page = report(Shape.RECORDED);
        chromium.open(page, width, scheme);

        assertThat(chromium.requests()).containsExactly(page.toUri().toString());
        assertThat(chromium.evaluate("document.querySelectorAll('figure.chart').length")
                        .asInt())
                .isGreaterThan(25);
        assertThat(chromium.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo(scheme.equals("dark") ? "rgb(15, 21, 27)" : "rgb(255, 255, 255)");
        assertThat(texts(chromium.evaluate(FAINT))).isEmpty();
        chromium.screenshot(SCREENSHOTS.resolve("report-%s-%s.png".formatted(width, scheme)));
    }

    @Test
    void aKeyboardReachesTheTablesAndAScreenReaderTheCharts() throws Exception {
        chromium.open(report(Shape.RECORDED), 1440, "light");

        assertThat(chromium.evaluate("""
                                [...document.querySelectorAll(".canvas")].every(it => it.getAttribute("role") === "img"
                                  && document.getElementById(it.getAttribute("aria-labelledby")).textContent.trim().length > 0
                                  && document.getElementById(it.getAttribute("aria-describedby")).textContent.trim().length > 0)""").asBoolean()).isTrue();
        assertThat(chromium.evaluate("document.querySelectorAll('.canvas a:not([tabindex=\"-1\"])').length")
                        .asInt())
                .isZero();
        assertThat(chromium.evaluate(
                                "[...document.querySelectorAll('summary, .scroll, td a')].every(it => it.tabIndex >= 0)")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyLinkLeadsToAFileOfTheCampaign() throws Exception {
        Path page = report(Shape.RECORDED);
        chromium.open(page, 1440, "light");
        List<String> links = texts(chromium.evaluate("""
                [...new Set([...document.querySelectorAll("a")]
                  .map(it => it.getAttribute("href") ?? it.getAttribute("xlink:href")))]"""));

        assertThat(links).filteredOn(it -> it.startsWith("runs/")).hasSize(32);
        assertThat(links).contains("metrics.csv", "runs.csv");
        assertThat(links).filteredOn(it -> !it.startsWith("#")).allSatisfy(it -> assertThat(page.resolveSibling(it))
                .exists());
        assertThat(links)
                .filteredOn(it -> it.startsWith("#"))
                .hasSizeGreaterThan(10)
                .allSatisfy(it -> assertThat(chromium.evaluate("document.querySelector('" + it + "') !== null")
                                .asBoolean())
                        .as(it)
                        .isTrue());
    }

    @Test
    void whatIsPrintedHasTheTables() throws Exception {
        chromium.open(report(Shape.RECORDED), 1440, "dark");
        byte[] pdf = chromium.print();

        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(100_000);
        Files.write(SCREENSHOTS.resolve("report.pdf"), pdf);

        chromium.asPaper(794);
        assertThat(chromium.evaluate(
                                "[...document.querySelectorAll('details table')].every(it => it.getBoundingClientRect().height > 30)")
                        .asBoolean())
                .isTrue();
        assertThat(chromium.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(794);
        chromium.screenshot(SCREENSHOTS.resolve("report-paper.png"));
    }

    @Test
    void withoutABrowserTheTestSaysHowToGetOne() {
        assertThatThrownBy(() -> Chromium.find("/no/such/folder"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("apt-get install chromium");
    }

    @Test
    void aTelephoneShowsEveryColumnOfWhatDecides() throws Exception {
        chromium.open(report(Shape.RECORDED), 390, "light");
        assertThat(chromium.evaluate("""
                                [...document.querySelectorAll(".cards td, .cards th[scope=row]")].every(it => {
                                  const box = it.getBoundingClientRect();
                                  return box.left >= 0 && box.right <= 390 && box.width > 0;
                                })""").asBoolean()).isTrue();
    }

    @Test
    void theWholePageIsSmall() throws Exception {
        assertThat(Files.size(report(Shape.RECORDED))).isLessThan(3_000_000);
        assertThat(Files.size(report(Shape.LONG))).isLessThan(3_000_000);
    }

    private Path report(Shape shape) throws IOException {
        Path folder = shape.write(results.resolve(shape.name()));
        Reports.report(folder, new PrintWriter(new StringWriter()));
        return folder.resolve("report.html");
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, it -> it < array.size(), it -> it + 1)
                .map(it -> array.get(it).asText())
                .toList();
    }

    /** A copy of the oldest campaign that the repository keeps. */
    private static Path recorded(Path folder) throws IOException {
        Path published = Path.of("..", "docs", "results");
        Path campaign;
        try (Stream<Path> entries = Files.list(published)) {
            campaign = entries.filter(it -> Files.isRegularFile(it.resolve("manifest.json")))
                    .min(Comparator.comparing(it -> it.getFileName().toString()))
                    .orElseThrow();
        }
        try (Stream<Path> files = Files.walk(campaign)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                Path target = folder.resolve(campaign.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return folder;
    }
}
