package dev.twinlab.lab.analyse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What counts and how much, decided before anything is measured.
 *
 * @param name shown in the verdict
 * @param confidence of every interval, above 0.5 and below 1; its complement is the error rate of the family of tests
 * @param metrics what is judged, at least one; lower is better for all of them
 * @param decision when there is a winner
 * @param gates what a run must meet to count
 */
public record Policy(String name, double confidence, List<MetricPolicy> metrics, Decision decision, Gates gates) {
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Read once: a schema takes longer to load than a policy to check. */
    private static final Schemas SCHEMAS = new Schemas();

    public Policy {
        metrics = List.copyOf(metrics);
    }

    /**
     * One metric that is judged.
     *
     * @param id as {@link MetricCatalogue} names it
     * @param margin the smallest relative difference that matters, above 0 and below 1
     * @param weight its share in the decision, above 0
     * @param critical whether a service that is worse on it cannot win
     */
    public record MetricPolicy(String id, double margin, double weight, boolean critical) {}

    /**
     * When there is a winner; both are shares of the weight of all metrics.
     *
     * @param minimumDecidedWeight how much must be better, worse or equivalent; 0..1
     * @param minimumLead by how much the better one must lead; above 0, at most 1
     */
    public record Decision(double minimumDecidedWeight, double minimumLead) {}

    /**
     * What a run must meet to count.
     *
     * @param errorRate largest share of requests without the expected status; 0..1
     * @param dropped largest number of iterations that k6 could not start
     * @param lagP99Ms largest 99th percentile of late starts, milliseconds
     * @param k6CpuFraction largest CPU of k6 over its cores; 0..1
     * @param databaseCpuFraction largest CPU of PostgreSQL over its cores; 0..1
     * @param littlesLawTolerance largest relative gap between requests in flight and rate times latency; above 0
     * @param invalidRuns largest share of invalid runs over planned ones that a campaign survives; 0..1
     */
    public record Gates(
            double errorRate,
            long dropped,
            double lagP99Ms,
            double k6CpuFraction,
            double databaseCpuFraction,
            double littlesLawTolerance,
            double invalidRuns) {}

    /**
     * Parses a policy, strictly: every member must be there, none more, none twice.
     *
     * @throws IllegalArgumentException with one sentence that names the member, its value and what would be right
     */
    public static Policy parse(String yaml) {
        Policy policy;
        try {
            JsonNode document = YAML.readTree(yaml);
            List<String> problems = SCHEMAS.problems(Schemas.Kind.POLICY, document);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("policy: " + oneLine(String.join("; ", problems)));
            }
            policy = YAML.treeToValue(document, Policy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("policy: " + where(e) + oneLine(e.getOriginalMessage()), e);
        }
        policy.check();
        return policy;
    }

    /** The rule for a metric, where it has one. */
    public Optional<MetricPolicy> metric(String id) {
        return metrics.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** One minus the confidence. */
    public double alpha() {
        return 1 - confidence;
    }

    private void check() {
        require(!name.isBlank(), "name", name, "must not be blank");
        require(confidence > 0.5 && confidence < 1, "confidence", confidence, "must be above 0.5 and below 1");
        require(!metrics.isEmpty(), "metrics", "empty", "must list at least one metric");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < metrics.size(); i++) {
            MetricPolicy metric = metrics.get(i);
            String at = "metrics[" + i + "].";
            require(MetricCatalogue.isKnown(metric.id()), at + "id", metric.id(), MetricCatalogue.GRAMMAR);
            require(seen.add(metric.id()), at + "id", metric.id(), "must not be listed twice");
            require(
                    metric.margin() > 0 && metric.margin() < 1,
                    at + "margin",
                    metric.margin(),
                    "must be above 0 and below 1");
            require(
                    metric.weight() > 0 && Double.isFinite(metric.weight()),
                    at + "weight",
                    metric.weight(),
                    "must be above 0");
        }
        share("decision.minimumDecidedWeight", decision.minimumDecidedWeight());
        require(
                decision.minimumLead() > 0 && decision.minimumLead() <= 1,
                "decision.minimumLead",
                decision.minimumLead(),
                "must be above 0 and at most 1");
        share("gates.errorRate", gates.errorRate());
        require(gates.dropped() >= 0, "gates.dropped", gates.dropped(), "must be 0 or more");
        require(gates.lagP99Ms() > 0, "gates.lagP99Ms", gates.lagP99Ms(), "must be above 0");
        share("gates.k6CpuFraction", gates.k6CpuFraction());
        share("gates.databaseCpuFraction", gates.databaseCpuFraction());
        require(
                gates.littlesLawTolerance() > 0,
                "gates.littlesLawTolerance",
                gates.littlesLawTolerance(),
                "must be above 0");
        share("gates.invalidRuns", gates.invalidRuns());
    }

    private static void share(String member, double value) {
        require(value >= 0 && value <= 1, member, value, "must be between 0 and 1");
    }

    private static void require(boolean holds, String member, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("policy: %s is %s: it %s".formatted(member, value, rule));
        }
    }

    private static String where(JsonProcessingException problem) {
        var location = problem.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : "line " + location.getLineNr() + ": ";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
