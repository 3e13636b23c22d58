package dev.twinlab.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.analyse.SyntheticCampaign;
import dev.twinlab.lab.record.PlannedRun;
import dev.twinlab.lab.record.RunKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {
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
                .contains("<noscript>")
                .contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
        String own = html.substring(0, html.lastIndexOf("<script>"));
        assertThat(own).doesNotContain("http://", "https://", "url(", "src=", "@import", "NaN", "Infinity", ">null<");
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(own);
        while (id.find()) {
            assertThat(ids.add(id.group(1))).as("id " + id.group(1) + " once").isTrue();
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
