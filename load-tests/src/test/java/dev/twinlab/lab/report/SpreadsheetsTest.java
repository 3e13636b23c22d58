package dev.twinlab.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.analyse.SyntheticCampaign;
import dev.twinlab.lab.record.RunKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetsTest {
    @TempDir
    private Path results;

    @Test
    void everyMetricAndEveryRunHasARow() throws IOException {
        Path folder = SyntheticCampaign.aa()
                .blocks(10, 10)
                .helidon(0.7)
                .invalid(RunKind.LOAD, 2, SyntheticCampaign.HELIDON, "=cmd(\"x\"), and more")
                .write(results.resolve("campaign"));
        Reports.report(folder, new PrintWriter(new StringWriter()));

        List<String> metrics = Files.readAllLines(folder.resolve("metrics.csv"));
        assertThat(metrics.getFirst()).startsWith("metric,label,unit,pairs,helidon_median");
        assertThat(metrics.get(1)).startsWith("startup.first_response_ms,Start to first correct answer,ms,10,");
        assertThat(metrics.get(1)).endsWith(",0.05,2.0,false,BETTER");
        assertThat(metrics)
                .filteredOn(it -> it.contains("\"CPU per 1,000 mixed"))
                .isNotEmpty();

        List<String> runs = Files.readAllLines(folder.resolve("runs.csv"));
        assertThat(runs).hasSize(1 + 40);
        assertThat(runs)
                .filteredOn(it -> it.contains("runs/load-b02-helidon-1.json"))
                .singleElement()
                .asString()
                .contains(",false,false,\"'=cmd(\"\"x\"\"), and more\",");
        List<String> headings = Arrays.asList(runs.getFirst().split(","));
        assertThat(headings).contains("startup.first_response_ms", "latency.mixed.high.p99_ms");
        for (String row : runs.subList(1, runs.size())) {
            String file = row.split(",")[1];
            assertThat(folder.resolve(file)).exists();
        }
    }

    @Test
    void whatASpreadsheetWouldRunIsText() {
        Csv csv = new Csv();
        csv.row(List.of("=1+1", "-2.5", "-x", "@a", "+1", "a\nb", ""));
        assertThat(csv.toString()).isEqualTo("'=1+1,-2.5,'-x,'@a,'+1,\"a\nb\",\n");
        assertThat(Csv.number(Double.NaN)).isEmpty();
        assertThat(Csv.number(0.1)).isEqualTo("0.1");
    }
}
