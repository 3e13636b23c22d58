package dev.twinlab.lab.record;

/**
 * One condition that a run must meet to count.
 *
 * @param name such as {@code errors}, {@code dropped}, {@code lag}, {@code k6-cpu}, {@code database-cpu}, {@code flags}
 * @param cell the cell it looked at, or empty for the whole run
 * @param passed whether it held
 * @param observed what was seen, with its unit
 * @param limit what it may be, with its unit
 */
public record GateRecord(String name, String cell, boolean passed, String observed, String limit) {}
