/** Between two looks at whether the graphics unit is done. */
const LOOK_MS = 4;

/**
 * Until the graphics unit has done all it was told, which without a graphics card is long after the telling.
 * @returns false where the context is lost, or `longest` ms have passed
 */
export async function finished(gl: WebGL2RenderingContext, longest: number): Promise<boolean> {
  const drawn = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (drawn === null) return false;
  gl.flush();
  const end = performance.now() + longest;
  while (gl.getSyncParameter(drawn, gl.SYNC_STATUS) !== gl.SIGNALED) {
    if (gl.isContextLost() || performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  gl.deleteSync(drawn);
  return true;
}
