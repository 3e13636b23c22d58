package dev.twinlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinlab.lab.analyse.CampaignReader;
import dev.twinlab.lab.plan.PlanSource;
import dev.twinlab.lab.record.CampaignFiles;
import dev.twinlab.lab.record.RunRecord;
import dev.twinlab.lab.report.Reports;
import dev.twinlab.lab.tool.JdkFinder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A tiny bench of the real services, from contract to report. */
@Timeout(300)
class RealBenchIT {
    private static final String BUILD_ID = System.getProperty("build.id", "dev");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    @Test
    void measuresBothServicesAndReportsTheSameBytesTwice() throws InterruptedException, IOException {
        var campaign = new Campaign(
                new Campaign.Settings(
                        folder.resolve("results"),
                        PlanSource.plan("tiny"),
                        CampaignIT.lenientPolicy(),
                        11,
                        RealServices.JARS,
                        "abc1234",
                        BUILD_ID,
                        Optional.empty(),
                        JdkFinder.find(),
                        TestTools.k6(),
                        TestTools.SCRIPT),
                new ContractSuite(),
                new PrintWriter(out, true));

        Campaign.Result result = campaign.run();

        assertThat(result.end().reason()).withFailMessage(out::toString).isEmpty();
        assertThat(result.end().conformance()).hasSize(2);
        var files = new CampaignFiles(campaign.folder());
        assertThat(files.runs()).allMatch(RunRecord::valid).hasSizeGreaterThanOrEqualTo(4);
        new CampaignReader().read(campaign.folder());

        int verdict = Reports.report(campaign.folder(), new PrintWriter(out, true));
        // One block decides nothing, and the verdict must say so.
        assertThat(verdict).withFailMessage(out::toString).isEqualTo(20);
        List<byte[]> first = reports(campaign.folder());
        Reports.report(campaign.folder(), new PrintWriter(out, true));
        List<byte[]> second = reports(campaign.folder());
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).isEqualTo(first.get(i));
        }
        assertThat(result.end().labPeakRssMib()).isPositive();
    }

    private static List<byte[]> reports(Path campaign) throws IOException {
        return List.of(
                Files.readAllBytes(campaign.resolve("verdict.json")),
                Files.readAllBytes(campaign.resolve("report.md")),
                Files.readAllBytes(campaign.resolve("report.html")));
    }
}
