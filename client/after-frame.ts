let drawing: Promise<unknown> = Promise.resolve();

/** Tells of the frame being made that it is drawn when `done` settles: without a graphics card, long after. */
export function isDrawing(done: Promise<unknown>): void {
  drawing = done;
}

/**
 * Calls back once the frame that is now being made is drawn, so that what comes second takes nothing from it:
 * without a graphics card, drawing and the page share the same processors.
 * @returns a function that calls it off
 */
export function afterFrame(callback: () => void): () => void {
  let calledOff = false;
  let request = 0;
  const next = (then: () => void) => {
    request = requestAnimationFrame(then);
  };
  // In the next frame the one being made has told how long it is drawn.
  next(() =>
    next(async () => {
      await drawing;
      if (!calledOff) callback();
    }),
  );
  return () => {
    calledOff = true;
    cancelAnimationFrame(request);
  };
}

/** After `frames` that follow each other, each drawn before the next is made. @returns a function that calls it off */
export function afterFrames(frames: number, callback: () => void): () => void {
  let callOff = afterFrame(() => {
    if (frames === 1) callback();
    else callOff = afterFrames(frames - 1, callback);
  });
  return () => callOff();
}
