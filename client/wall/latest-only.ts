/** Sends at most once in `ms`: what comes in between waits, and of what waits only the latest is sent. */
export function latestOnly<T>(
  send: (value: T) => void,
  ms: number,
): { put: (value: T) => void; drop: () => void } {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sendWaiting = () => {
    timer = undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(sendWaiting, ms);
    send(value);
  };
  return {
    put: (value) => {
      waiting = { value };
      if (timer === undefined) sendWaiting();
    },
    drop: () => {
      clearTimeout(timer);
      timer = undefined;
      waiting = null;
    },
  };
}
