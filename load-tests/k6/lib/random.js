// Randomness that depends on nothing but its seeds: iteration i of a cell sends the same request to both services, whichever
// virtual user runs it.

function mix(a, b) {
  let h = Math.imul(a ^ b ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A generator (mulberry32) for one iteration; `next()` gives 0 (inclusive) to 1 (exclusive). */
export function randomOf(seed, cell, iteration) {
  let state = mix(mix(seed >>> 0, cell + 1), iteration + 1);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** A whole number from 0 to bound - 1. */
    below: (bound) => Math.floor(next() * bound),
  };
}
