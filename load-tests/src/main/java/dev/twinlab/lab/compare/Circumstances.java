package dev.twinlab.lab.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.twinlab.contract.Variant;
import dev.twinlab.lab.analyse.Campaign;
import dev.twinlab.lab.analyse.Wording;
import dev.twinlab.lab.record.Environment;
import dev.twinlab.lab.record.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What two campaigns have in common and what not. What was changed on purpose, such as a commit, a framework's version or a flag, is
 * what a comparison is for; what was different around it, such as the machine or the load, makes one impossible.
 */
final class Circumstances {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    /** The load on the machine before, and words about the grade, differ from hour to hour on one and the same machine. */
    private static final Set<String> PASSING = Set.of("schemaVersion", "gradeReasons", "loadBefore");

    /** How often, not what: the intervals tell. */
    private static final Set<String> HOW_OFTEN = Set.of("name", "startupPairs", "loadBlocks");

    /** What the services are given. */
    private static final Set<String> GIVEN = Set.of("heapMib", "collector", "poolSize");

    private final Campaign first;
    private final Campaign second;

    Circumstances(Campaign first, Campaign second) {
        this.first = first;
        this.second = second;
    }

    /** What may explain a change. */
    List<Difference> changed() {
        Manifest one = first.manifest();
        Manifest two = second.manifest();
        List<Difference> changed = new ArrayList<>();
        add(changed, "commit", one.commit(), two.commit());
        add(changed, "build", one.buildId(), two.buildId());
        for (Variant variant : Variant.values()) {
            add(changed, "framework", first.nameOf(variant), second.nameOf(variant));
            Map<String, JsonNode> before = libraries(first, variant);
            Map<String, JsonNode> after = libraries(second, variant);
            members(changed, variant.wireName() + "'s", before, after, Set.of());
        }
        add(changed, "JVM flags", String.join(" ", one.jvmFlags()), String.join(" ", two.jvmFlags()));
        add(
                changed,
                "JDK",
                one.tools().getOrDefault("jdk", "unknown"),
                two.tools().getOrDefault("jdk", "unknown"));
        Map<String, JsonNode> before = plan(one);
        Map<String, JsonNode> after = plan(two);
        before.keySet().retainAll(GIVEN);
        after.keySet().retainAll(GIVEN);
        members(changed, "plan's", before, after, Set.of());
        return changed;
    }

    /** What differs and takes nothing from the comparison. */
    List<Difference> noted() {
        Manifest one = first.manifest();
        Manifest two = second.manifest();
        List<Difference> noted = new ArrayList<>();
        add(noted, "plan", one.plan() + " " + brief(one.planSha256()), two.plan() + " " + brief(two.planSha256()));
        add(
                noted,
                "policy",
                first.policy().name() + " " + brief(one.policySha256()),
                second.policy().name() + " " + brief(two.policySha256()));
        return noted;
    }

    /** Why the two cannot be compared; empty when they can. */
    List<Difference> obstacles() {
        List<Difference> obstacles = new ArrayList<>();
        members(
                obstacles,
                "environment's",
                environment(first.environment()),
                environment(second.environment()),
                PASSING);
        Map<String, JsonNode> before = plan(first.manifest());
        Map<String, JsonNode> after = plan(second.manifest());
        before.keySet().removeAll(GIVEN);
        after.keySet().removeAll(GIVEN);
        members(obstacles, "plan's", before, after, HOW_OFTEN);
        Map<String, JsonNode> tools = tools(first.manifest());
        Map<String, JsonNode> otherTools = tools(second.manifest());
        members(obstacles, "tool", tools, otherTools, Set.of("jdk"));
        add(
                obstacles,
                "policy's confidence",
                Wording.share(first.policy().confidence()),
                Wording.share(second.policy().confidence()));
        add(
                obstacles,
                "policy's gates",
                first.policy().gates().toString(),
                second.policy().gates().toString());
        return obstacles;
    }

    /** A word for one machine as it was set up: campaigns with the same word ran on the same terms. */
    static String machine(Campaign campaign) {
        Map<String, JsonNode> members = environment(campaign.environment());
        members.keySet().removeAll(PASSING);
        return members.toString();
    }

    private static Map<String, JsonNode> environment(Environment environment) {
        return sorted(JSON.valueToTree(environment));
    }

    private static Map<String, JsonNode> tools(Manifest manifest) {
        return sorted(JSON.valueToTree(manifest.tools()));
    }

    private static Map<String, JsonNode> libraries(Campaign campaign, Variant variant) {
        return campaign.version(variant)
                .map(it -> sorted(JSON.valueToTree(it.libraries())))
                .orElseGet(TreeMap::new);
    }

    private static Map<String, JsonNode> plan(Manifest manifest) {
        try {
            return sorted(YAML.readTree(manifest.planYaml()));
        } catch (JsonProcessingException e) {
            // A plan that cannot be read is one value: it is the same or it is not.
            return new TreeMap<>(Map.of("text", JsonNodeFactory.instance.textNode(manifest.planYaml())));
        }
    }

    private static Map<String, JsonNode> sorted(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(it -> members.put(it.getKey(), it.getValue()));
        return members;
    }

    private static void members(
            List<Difference> differences,
            String whose,
            Map<String, JsonNode> first,
            Map<String, JsonNode> second,
            Set<String> but) {
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        for (String name : names) {
            if (!but.contains(name) && !Objects.equals(first.get(name), second.get(name))) {
                differences.add(new Difference(whose + " " + name, shown(first.get(name)), shown(second.get(name))));
            }
        }
    }

    private static void add(List<Difference> differences, String what, String first, String second) {
        if (!first.equals(second)) {
            differences.add(new Difference(what, first, second));
        }
    }

    private static String shown(JsonNode value) {
        return value == null ? "none" : value.isValueNode() ? value.asText() : value.toString();
    }

    private static String brief(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }
}
