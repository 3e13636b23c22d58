package dev.twinlab.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.analyse.SyntheticCampaign;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportsTest {
    private static final Pattern PICTURE = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");

    @TempDir
    private Path results;

    private enum Shape {
        WIN(0) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa().helidon(0.7);
            }
        },
        EQUIVALENT(10) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa().noise(0.01).grade("B");
            }
        },
        OUTLIER(20) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa()
                        .outlier(3, 40)
                        .noise(0.04)
                        .grade("C")
                        .warnings("the load was 1.4 before");
            }
        },
        TINY(20) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa().blocks(1, 1).requests(100).grade("C");
            }
        },
        REPEATED(20) {
            @Override
            SyntheticCampaign campaign() {
                SyntheticCampaign campaign = SyntheticCampaign.aa()
                        .blocks(20, 6)
                        .helidon(0.8)
                        .drift(0.01)
                        .invalid(RunKind.LOAD, 2, SyntheticCampaign.HELIDON, "k6 <dropped> 12 | iterations & more");
                return campaign.with(
                                campaign.run(new PlannedRun(RunKind.LOAD, 2, 1, SyntheticCampaign.MICRONAUT, 2), 90))
                        .with(campaign.run(new PlannedRun(RunKind.LOAD, 2, 2, SyntheticCampaign.HELIDON, 2), 91));
            }
        },
        ZEROS(10) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa().unit(0);
            }
        },
        WITHOUT_RATIO(20) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa().helidon(0);
            }
        },
        STARTS_ONLY(30) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa().blocks(6, 0).incomplete();
            }
        },
        ALL_INVALID(30) {
            @Override
            SyntheticCampaign campaign() {
                SyntheticCampaign campaign = SyntheticCampaign.aa().blocks(1, 1);
                for (RunKind kind : RunKind.values()) {
                    campaign.invalid(kind, 1, SyntheticCampaign.HELIDON, "killed");
                    campaign.invalid(kind, 1, SyntheticCampaign.MICRONAUT, "killed");
                }
                return campaign;
            }
        },
        KILLED(30) {
            @Override
            SyntheticCampaign campaign() {
                return SyntheticCampaign.aa().blocks(3, 2).killed();
            }
        };

        private final int exitCode;

        Shape(int exitCode) {
            this.exitCode = exitCode;
        }

        abstract SyntheticCampaign campaign();
    }

    @ParameterizedTest
    @EnumSource
    void twoReportsOfOneCampaignAreTheSameBytesInEveryLocale(Shape shape) throws IOException {
        Path folder = shape.campaign().write(results.resolve("campaign"));
        String terminal = report(folder, shape.exitCode);
        Map<String, String> first = files(folder);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(report(folder, shape.exitCode)).isEqualTo(terminal);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(files(folder)).isEqualTo(first);
        // What report writes is not what report reads.
        Files.delete(folder.resolve("verdict.json"));
        report(folder, shape.exitCode);
        assertThat(files(folder)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void thePageNeedsNothingButItself(Shape shape) throws Exception {
        Path folder = shape.campaign().write(results.resolve("campaign"));
        report(folder, shape.exitCode);
        String html = Files.readString(folder.resolve("report.html"));
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "http://", "https://", "url(", "src=", "@import", "NaN", "Infinity", "null");
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(html);
        while (id.find()) {
            assertThat(ids.add(id.group(1))).as("id " + id.group(1) + " once").isTrue();
        }
        for (Element picture : pictures(html)) {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            for (String label : picture.getAttribute("aria-labelledby").split(" ")) {
                assertThat(ids).contains(label);
            }
            assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoLabelsOverlapAndNoneLeavesItsPicture(Shape shape) throws Exception {
        Path folder = shape.campaign().write(results.resolve("campaign"));
        report(folder, shape.exitCode);
        for (Element picture : pictures(Files.readString(folder.resolve("report.html")))) {
            String[] box = picture.getAttribute("viewBox").split(" ");
            List<Label> labels = labels(picture);
            for (int i = 0; i < labels.size(); i++) {
                Label one = labels.get(i);
                assertThat(one.left()).as(one.text()).isGreaterThanOrEqualTo(-1);
                assertThat(one.right()).as(one.text()).isLessThanOrEqualTo(Double.parseDouble(box[2]) + 1);
                for (Label two : labels.subList(i + 1, labels.size())) {
                    assertThat(one.overlaps(two))
                            .as("%s and %s in %s", one, two, picture.getAttribute("aria-labelledby"))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyPointIsDrawn() throws Exception {
        Path folder = SyntheticCampaign.aa().outlier(3, 40).write(results.resolve("campaign"));
        report(folder, 20);
        for (Element picture : pictures(Files.readString(folder.resolve("report.html")))) {
            String name = picture.getAttribute("aria-labelledby");
            NodeList paths = picture.getElementsByTagName("path");
            int marks = 0;
            int dots = 0;
            int lines = 0;
            for (int i = 0; i < paths.getLength(); i++) {
                String style = ((Element) paths.item(i)).getAttribute("class") + " ";
                dots += style.contains(" dot ") ? 1 : 0;
                marks += style.startsWith("mark ") && !style.contains(" dot ") ? 1 : 0;
                lines += style.startsWith("thin ") ? 1 : 0;
            }
            if (name.startsWith("forest")) {
                assertThat(dots).as(name).isEqualTo(7 * 10);
            } else if (name.startsWith("spectrum")) {
                assertThat(lines).as(name).isEqualTo(20);
            } else if (name.startsWith("strip")) {
                assertThat(marks).as(name).isEqualTo(40);
            } else if (name.startsWith("sequence")) {
                assertThat(marks).as(name).isEqualTo(20);
            } else if (name.startsWith("timeline")) {
                assertThat(lines).as(name).isEqualTo(10);
            }
        }
    }

    @Test
    void terminalAndMarkdownSayTheSame() throws IOException {
        Path folder = Shape.REPEATED.campaign().write(results.resolve("campaign"));
        String terminal = report(folder, 20);
        String markdown = Files.readString(folder.resolve("report.md"));
        String sentence = "Inconclusive: the data decide 31 % of the weight, the policy asks for 60 %.";
        assertThat(terminal)
                .contains("VERDICT  " + sentence)
                .contains("Metric (lower is better)", "ratio H/M [95 %]", "margin", "p (Holm)", "result")
                .contains("invalid  load-b02-helidon-1: k6 <dropped> 12 | iterations & more")
                .contains("Report: " + folder.resolve("report.html"));
        assertThat(terminal.lines())
                .allSatisfy(it -> assertThat(it).hasSizeLessThan(130).doesNotEndWith(" "));
        assertThat(markdown)
                .contains("**" + sentence + "**")
                .contains("| Start to first correct answer (ms) |")
                .contains("p99 mixed at 300/s (ms) \\*")
                .contains("Helidon SE 4.1.2 · Micronaut 4.10.17")
                .contains("0123abc, 5f0c7b1e", "seed 1", "-XX:+UseG1GC -Xms256m -Xmx256m")
                .contains("HikariCP 7.1.0, postgresql 42.7.13 (equal on both)")
                .contains("load-b02-helidon-1: k6 &lt;dropped> 12 | iterations & more")
                .contains("## How to read this")
                .contains("Repeat the campaign on another day or machine");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("k6 &lt;dropped&gt; 12 | iterations &amp; more");
    }

    @Test
    void anEnvironmentOfGradeCNeverSaysWinner() throws IOException {
        Path folder = SyntheticCampaign.aa().helidon(0.7).grade("C").write(results.resolve("campaign"));
        assertThat(report(folder, 0))
                .contains("VERDICT  Indication: Helidon SE 4.1.2")
                .doesNotContain("Winner");
    }

    private record Label(String text, double left, double right, double baseline) {
        boolean overlaps(Label other) {
            return left < other.right && other.left < right && Math.abs(baseline - other.baseline) < 10;
        }
    }

    private static List<Label> labels(Element picture) {
        List<Label> labels = new ArrayList<>();
        NodeList texts = picture.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            Set<String> style = Set.of(text.getAttribute("class").split(" "));
            // Average advance of the fonts in the style sheet, a little above what was seen on screen.
            double width = text.getTextContent().length() * 12 * 0.53;
            double x = Double.parseDouble(text.getAttribute("x"));
            double left = style.contains("end") ? x - width : style.contains("middle") ? x - width / 2 : x;
            labels.add(
                    new Label(text.getTextContent(), left, left + width, Double.parseDouble(text.getAttribute("y"))));
        }
        return labels;
    }

    private static List<Element> pictures(String html) throws Exception {
        List<Element> pictures = new ArrayList<>();
        Matcher picture = PICTURE.matcher(html);
        while (picture.find()) {
            pictures.add(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(picture.group())))
                    .getDocumentElement());
        }
        return pictures;
    }

    private static String report(Path folder, int exitCode) {
        StringWriter terminal = new StringWriter();
        assertThat(Reports.report(folder, new PrintWriter(terminal))).isEqualTo(exitCode);
        return terminal.toString();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : List.of("verdict.json", "report.md", "report.html", "metrics.csv", "runs.csv")) {
            files.put(name, Files.readString(folder.resolve(name)));
        }
        return files;
    }
}
