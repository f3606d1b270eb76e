/** A stream of the server says something at least this often, ms. */
export const PULSE_MS = 4_000;

/** Who has heard nothing of it for so long, ms, takes it for lost: two pulses missed, and a slow network's grace. */
export const SILENCE_MS = 10_000;
