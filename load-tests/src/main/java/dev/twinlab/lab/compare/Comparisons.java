package dev.twinlab.lab.compare;

import dev.twinlab.lab.LabFailure;
import dev.twinlab.lab.analyse.CampaignException;
import dev.twinlab.lab.analyse.CampaignReader;
import dev.twinlab.lab.analyse.Wording;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Prints campaigns beside each other, from their files alone. The same files give the same text. */
public final class Comparisons {
    /** Exit code where the two were measured under conditions that do not compare. */
    public static final int NOT_COMPARABLE = 30;

    private Comparisons() {}

    /**
     * What changed from a first campaign to a second.
     *
     * @return 0, or {@link #NOT_COMPARABLE}
     * @throws LabFailure where one of them is no readable campaign
     */
    public static int compare(Path first, Path second, PrintWriter out) {
        CampaignReader reader = new CampaignReader();
        Comparison comparison = readable(() -> Comparison.of(reader.read(first), reader.read(second)));
        out.print(new ComparisonText(comparison).write());
        out.flush();
        return comparison.isComparable() ? 0 : NOT_COMPARABLE;
    }

    /**
     * How the campaigns of a folder went, oldest first.
     *
     * @throws LabFailure where it has no readable campaign
     */
    public static void history(Path folder, PrintWriter out) {
        out.print(readable(() -> History.of(folder)).text());
        out.flush();
    }

    private static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CampaignException e) {
            throw new LabFailure(Wording.withoutStop(e.getMessage()) + ".", e);
        }
    }
}
