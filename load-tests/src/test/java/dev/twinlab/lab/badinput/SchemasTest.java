package dev.twinlab.lab.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinlab.lab.analyse.Schemas;
import dev.twinlab.lab.analyse.Schemas.Kind;
import dev.twinlab.lab.analyse.SyntheticCampaign;
import dev.twinlab.lab.record.RunKind;
import dev.twinlab.lab.report.Reports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file that is written fits its schema; every single change that breaks its shape does not. */
class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schemas SCHEMAS = new Schemas();

    /** Members whose names are data. */
    private static final Set<String> MAPS = Set.of("tools", "cores", "limits", "percentilesMs", "libraries");

    @TempDir
    private static Path results;

    private static final List<Path> CAMPAIGNS = new ArrayList<>();

    private record Mutation(String what, JsonNode document) {}

    @BeforeAll
    static void campaigns() {
        CAMPAIGNS.add(
                write("win", SyntheticCampaign.aa().blocks(10, 10).helidon(0.7).warnings("a noisy neighbour")));
        CAMPAIGNS.add(write("few", SyntheticCampaign.aa().blocks(1, 1).grade("C")));
        CAMPAIGNS.add(write("zero", SyntheticCampaign.aa().blocks(2, 2).unit(0)));
        CAMPAIGNS.add(write("undefined", SyntheticCampaign.aa().blocks(2, 2).helidon(0)));
        CAMPAIGNS.add(write("killed", SyntheticCampaign.aa().blocks(2, 2).killed()));
        CAMPAIGNS.add(write(
                "invalid",
                SyntheticCampaign.aa()
                        .blocks(2, 2)
                        .incomplete()
                        .invalid(RunKind.LOAD, 1, SyntheticCampaign.HELIDON, "k6 was killed")));
    }

    private static Path write(String name, SyntheticCampaign campaign) {
        Path folder = campaign.write(results.resolve(name));
        Reports.report(folder, new PrintWriter(Writer.nullWriter()));
        return folder;
    }

    @Test
    void everyWrittenFileFits() throws IOException {
        for (Path folder : CAMPAIGNS) {
            for (Path file : files(folder)) {
                assertThat(SCHEMAS.problems(kind(file), JSON.readTree(file.toFile())))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void noMutatedFileFits() throws IOException {
        int mutations = 0;
        for (Path file : files(CAMPAIGNS.getFirst())) {
            if (file.toString().contains("runs") && !file.toString().contains("-b01-")) {
                continue;
            }
            JsonNode document = JSON.readTree(file.toFile());
            for (Mutation mutation : mutations(document)) {
                assertThat(SCHEMAS.problems(kind(file), mutation.document()))
                        .as(file.getFileName() + ": " + mutation.what())
                        .isNotEmpty();
                mutations++;
            }
        }
        assertThat(mutations).isGreaterThan(700);
    }

    @Test
    void whatContradictsItselfDoesNotFit() throws IOException {
        Path folder = CAMPAIGNS.getFirst();
        assertThat(problems(folder, "end.json", Kind.END, "reason", "yet it is complete"))
                .isNotEmpty();
        assertThat(problems(folder, "environment.json", Kind.ENVIRONMENT, "grade", "C"))
                .isNotEmpty();
        assertThat(problems(folder, "verdict.json", Kind.VERDICT, "claim", "none"))
                .isNotEmpty();
        ObjectNode run = (ObjectNode)
                JSON.readTree(folder.resolve("runs/load-b01-helidon-1.json").toFile());
        run.put("valid", false);
        assertThat(SCHEMAS.problems(Kind.RUN, run)).isNotEmpty();
    }

    private static List<String> problems(Path folder, String file, Kind kind, String member, String value)
            throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(folder.resolve(file).toFile());
        document.put(member, value);
        return SCHEMAS.problems(kind, document);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Kind kind(Path file) {
        return switch (file.getFileName().toString()) {
            case "manifest.json" -> Kind.MANIFEST;
            case "environment.json" -> Kind.ENVIRONMENT;
            case "end.json" -> Kind.END;
            case "verdict.json" -> Kind.VERDICT;
            default -> Kind.RUN;
        };
    }

    /** Each member left out, each object with a member too many, each scalar as an array. */
    private static List<Mutation> mutations(JsonNode document) {
        List<Mutation> mutations = new ArrayList<>();
        for (String pointer : pointers(document)) {
            JsonNode node = document.at(pointer);
            boolean map = MAPS.stream().anyMatch(it -> pointer.endsWith("/" + it));
            if (node.isObject() && !map) {
                ObjectNode more = (ObjectNode) copy(document).at(pointer);
                mutations.add(new Mutation(
                        pointer + " with a member more", rootWith(document, pointer, more.put("unexpected", 1))));
                node.fieldNames().forEachRemaining(name -> {
                    ObjectNode less = (ObjectNode) copy(document).at(pointer);
                    less.remove(name);
                    mutations.add(new Mutation(pointer + " without " + name, rootWith(document, pointer, less)));
                });
            }
            if (node.isValueNode()) {
                mutations.add(new Mutation(
                        pointer + " as an array",
                        rootWith(document, pointer, JSON.createArrayNode().add(1))));
            }
        }
        return mutations;
    }

    /** Of an array, the first member stands for all. */
    private static List<String> pointers(JsonNode document) {
        List<String> pointers = new ArrayList<>();
        collect("", document, pointers);
        return pointers;
    }

    private static void collect(String pointer, JsonNode node, List<String> pointers) {
        pointers.add(pointer);
        if (node.isObject()) {
            node.properties()
                    .forEach(it -> collect(
                            pointer + '/' + it.getKey().replace("~", "~0").replace("/", "~1"),
                            it.getValue(),
                            pointers));
        } else if (node.isArray() && !node.isEmpty()) {
            collect(pointer + "/0", node.get(0), pointers);
        }
    }

    private static JsonNode rootWith(JsonNode document, String pointer, JsonNode replacement) {
        if (pointer.isEmpty()) {
            return replacement;
        }
        JsonNode root = copy(document);
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.set(name, replacement);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), replacement);
        }
        return root;
    }

    private static JsonNode copy(JsonNode document) {
        return document.deepCopy();
    }
}
