package dev.twinlab.lab.report;

import dev.twinlab.lab.analyse.Campaign;
import dev.twinlab.lab.analyse.CampaignException;
import dev.twinlab.lab.analyse.CampaignReader;
import dev.twinlab.lab.analyse.Judge;
import dev.twinlab.lab.analyse.Verdict;
import dev.twinlab.lab.record.CampaignFiles;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The last two steps, analyse and report, from the files of a campaign alone. */
public final class Reports {
    /** Exit code where the folder is no readable campaign, or cannot be written. */
    public static final int UNREADABLE = 1;

    private Reports() {}

    /**
     * Writes {@code verdict.json}, {@code report.md}, {@code report.html}, {@code metrics.csv} and {@code runs.csv} into the
     * campaign's folder and prints the table.
     * The same files give the same bytes, however often.
     *
     * @param terminal gets the table, or one sentence where the folder is no campaign
     * @return the verdict's exit code (0 decided, 10 no winner, 20 inconclusive, 30 invalid), or {@link #UNREADABLE}
     */
    public static int report(Path campaignFolder, PrintWriter terminal) {
        try {
            Campaign campaign = new CampaignReader().read(campaignFolder);
            Verdict verdict = Judge.judge(campaign);
            ReportModel model = new ReportModel(campaign, verdict);
            CampaignFiles files = new CampaignFiles(campaignFolder);
            files.write("verdict.json", verdict);
            files.writeText("report.md", new MarkdownReport(model).write());
            Spreadsheets spreadsheets = new Spreadsheets(model);
            files.writeText("metrics.csv", spreadsheets.metrics());
            files.writeText("runs.csv", spreadsheets.runs());
            files.writeText("report.html", new HtmlReport(model).write());
            new TerminalReport(model).print(terminal);
            terminal.println();
            terminal.println("Report: " + campaignFolder.resolve("report.html"));
            return verdict.exitCode();
        } catch (CampaignException e) {
            terminal.println(e.getMessage());
            return UNREADABLE;
        } catch (UncheckedIOException e) {
            terminal.println(e.getMessage().replaceAll("\\s+", " "));
            return UNREADABLE;
        } finally {
            terminal.flush();
        }
    }
}
