package dev.twinlab.lab.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads and writes the files of one campaign's folder. Writing is atomic: a file is whole or absent. */
public final class CampaignFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Path folder;

    public CampaignFiles(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public void write(Manifest manifest) {
        write("manifest.json", manifest);
    }

    public void write(Environment environment) {
        write("environment.json", environment);
    }

    public void write(CampaignEnd end) {
        write("end.json", end);
    }

    public void write(RunRecord run) {
        write("runs/" + run.id() + ".json", run);
    }

    /** Writes any value as pretty JSON under {@code name}. */
    public void write(String name, Object value) {
        try {
            writeText(name, WRITER.writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + name, e);
        }
    }

    /** Writes {@code text} under {@code name}, relative to the folder. */
    public void writeText(String name, String text) {
        Path target = folder.resolve(name);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(part, text);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    public Manifest manifest() {
        return read(folder.resolve("manifest.json"), Manifest.class);
    }

    public Environment environment() {
        return read(folder.resolve("environment.json"), Environment.class);
    }

    /** How it ended; empty while it runs, or after it was killed. */
    public Optional<CampaignEnd> end() {
        Path file = folder.resolve("end.json");
        return Files.exists(file) ? Optional.of(read(file, CampaignEnd.class)) : Optional.empty();
    }

    /** Every run, valid or not, in the order in which they ran. */
    public List<RunRecord> runs() {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (var files = Files.list(runs)) {
            return files.filter(it -> it.toString().endsWith(".json"))
                    .map(it -> read(it, RunRecord.class))
                    .sorted(Comparator.comparingInt(RunRecord::sequence))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + runs + ": " + e.getMessage(), e);
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
