package dev.twinlab.lab.record;

import java.util.List;
import java.util.Map;

/**
 * Where the campaign ran, written as {@code environment.json}.
 *
 * @param schemaVersion {@link RunRecord#SCHEMA_VERSION}
 * @param grade A dedicated and pinned, B shared, C laptop or too small to separate the roles
 * @param gradeReasons why it is not better; empty for A
 * @param cpuModel as the kernel names it
 * @param processors online cores
 * @param memoryMib physical memory, MiB
 * @param kernel release
 * @param os pretty name of the distribution
 * @param virtualization {@code none}, or what the processor flags and files tell
 * @param cores role ({@code service}, {@code rest}) to the cores it was pinned to; empty where nothing was pinned
 * @param transparentHugePages the kernel's choice
 * @param governor of the frequency, {@code unknown} where not told
 * @param loadBefore 1-minute load average before the campaign
 * @param limits name to value: somaxconn, ip_local_port_range, nofile
 */
public record Environment(
        int schemaVersion,
        String grade,
        List<String> gradeReasons,
        String cpuModel,
        int processors,
        long memoryMib,
        String kernel,
        String os,
        String virtualization,
        Map<String, String> cores,
        String transparentHugePages,
        String governor,
        double loadBefore,
        Map<String, String> limits) {}
