package dev.twinlab.lab.record;

import java.io.PrintWriter;
import java.nio.file.Path;

/** Analyses a recorded campaign and writes its verdict and reports beside it, from the files alone. */
@FunctionalInterface
public interface CampaignReporter {
    /**
     * Does so.
     *
     * @param campaign the campaign's folder
     * @param out gets the table and the verdict for the terminal
     * @return the exit code: 0 decided, 10 no winner, 20 inconclusive, 30 invalid
     */
    int report(Path campaign, PrintWriter out);
}
