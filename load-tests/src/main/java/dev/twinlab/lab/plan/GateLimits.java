package dev.twinlab.lab.plan;

import dev.twinlab.lab.LabFailure;

/**
 * What a run must meet to count: the {@code gates} of a policy.
 *
 * @param errorRate failed requests over all, 0..1
 * @param dropped iterations that k6 could not start, 0 or more
 * @param lagP99Ms how late iterations may start, 99th percentile, milliseconds
 * @param k6CpuFraction CPU of k6 over its cores, 0..1
 * @param databaseCpuFraction CPU of PostgreSQL over its cores, 0..1
 * @param littlesLawTolerance relative, 0..1
 * @param invalidRuns share of the planned runs that may turn out invalid before the campaign is, 0..1
 */
public record GateLimits(
        double errorRate,
        long dropped,
        double lagP99Ms,
        double k6CpuFraction,
        double databaseCpuFraction,
        double littlesLawTolerance,
        double invalidRuns) {
    public GateLimits {
        share("errorRate", errorRate);
        share("k6CpuFraction", k6CpuFraction);
        share("databaseCpuFraction", databaseCpuFraction);
        share("littlesLawTolerance", littlesLawTolerance);
        share("invalidRuns", invalidRuns);
        if (dropped < 0) {
            throw new LabFailure("has dropped %d, which is below 0".formatted(dropped));
        }
        if (!(lagP99Ms > 0)) {
            throw new LabFailure("has lagP99Ms %s, which is not above 0".formatted(lagP99Ms));
        }
    }

    /**
     * Reads the gates of a policy strictly; its other sections are not looked at.
     *
     * @param source where the text comes from, for messages
     * @throws LabFailure naming the key or value that is wrong
     */
    public static GateLimits parse(String source, String policyYaml) {
        return StrictYaml.readMember("The policy " + source, policyYaml, "gates", GateLimits.class);
    }

    private static void share(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new LabFailure("has %s %s, which is not between 0 and 1".formatted(key, value));
        }
    }
}
