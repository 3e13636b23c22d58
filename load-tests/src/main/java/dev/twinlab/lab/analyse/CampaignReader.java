package dev.twinlab.lab.analyse;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinlab.lab.record.CampaignFiles;
import dev.twinlab.lab.record.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a campaign from its folder and believes nothing that does not fit its schema. */
public final class CampaignReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Schemas schemas = new Schemas();

    /**
     * Reads all files of a campaign.
     *
     * @throws CampaignException with one sentence that names the file and what is wrong with it
     */
    public Campaign read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CampaignException(
                    Files.exists(folder)
                            ? folder + " is a file; a campaign is a folder under results/"
                            : folder + " does not exist; a campaign is a folder under results/");
        }
        if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
            throw new CampaignException(folder + " is no campaign: it has no manifest.json");
        }
        check(folder, folder.resolve("manifest.json"), Schemas.Kind.MANIFEST);
        check(folder, folder.resolve("environment.json"), Schemas.Kind.ENVIRONMENT);
        if (Files.exists(folder.resolve("end.json"))) {
            check(folder, folder.resolve("end.json"), Schemas.Kind.END);
        }
        runFiles(folder).forEach(it -> check(folder, it, Schemas.Kind.RUN));
        return typed(folder);
    }

    private static Campaign typed(Path folder) {
        CampaignFiles files = new CampaignFiles(folder);
        try {
            var manifest = files.manifest();
            // The order of a folder's listing is the file system's: two runs of one sequence number need a second key.
            List<RunRecord> runs = files.runs().stream()
                    .sorted(Comparator.comparingInt(RunRecord::sequence).thenComparing(RunRecord::id))
                    .toList();
            Set<String> ids = new HashSet<>();
            for (RunRecord run : runs) {
                if (!ids.add(run.id())) {
                    throw new CampaignException(folder + ": two files in runs/ claim to be the run " + run.id());
                }
            }
            return new Campaign(manifest, files.environment(), files.end(), runs, Policy.parse(manifest.policyYaml()));
        } catch (UncheckedIOException e) {
            throw new CampaignException(oneLine(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new CampaignException(folder.resolve("manifest.json") + ": " + oneLine(e.getMessage()), e);
        }
    }

    private static List<Path> runFiles(Path folder) {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runs)) {
            return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new CampaignException("cannot list " + runs + ": " + e.getMessage(), e);
        }
    }

    private void check(Path folder, Path file, Schemas.Kind kind) {
        if (!Files.isRegularFile(file)) {
            throw new CampaignException(folder + " is no whole campaign: it has no " + folder.relativize(file));
        }
        List<String> problems;
        try {
            JsonNode document = JSON.readTree(file.toFile());
            problems = schemas.problems(kind, document);
        } catch (JacksonException e) {
            throw new CampaignException(
                    "%s is no JSON, line %s: %s"
                            .formatted(
                                    file,
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr(),
                                    oneLine(e.getOriginalMessage())),
                    e);
        } catch (IOException e) {
            throw new CampaignException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (!problems.isEmpty()) {
            String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
            throw new CampaignException(file + " does not fit its schema: " + oneLine(problems.getFirst()) + more);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
