package dev.twinlab.lab.compare;

/** Something that two campaigns do not have in common. */
record Difference(String what, String first, String second) {
    String sentence() {
        return what + " " + first + " → " + second;
    }
}
