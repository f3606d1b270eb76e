/** The time, and a call at a later one: a test turns it by hand. */
export type Clock = {
  /** Whole ms, never set back. */
  now: () => number;
  /** Calls once when `ms` have passed; answers what takes it back. */
  in: (ms: number, call: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => Math.round(performance.now()),
  in: (ms, call) => {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
};
