import type { Map as GlMap } from "maplibre-gl";
import { expect, test, vi } from "vitest";
import { onceDrawn } from "../../../client/map/once-drawn.ts";

/** A map that has just drawn a changed style, and means to draw it again. */
function drawn(also: { moving?: boolean; sources?: boolean; names?: boolean } = {}, again = false) {
  const abort = vi.fn();
  const map = {
    isMoving: () => also.moving ?? false,
    _sourcesDirty: also.sources ?? false,
    _placementDirty: also.names ?? false,
    _styleDirty: true,
    _frameRequest: { abort },
  };
  onceDrawn(map as unknown as GlMap, again);
  return { abort, map };
}

test("a style that has been drawn is not drawn again", () => {
  const { abort, map } = drawn();
  expect(abort).toHaveBeenCalledOnce();
  expect(map).toMatchObject({ _styleDirty: false, _frameRequest: undefined });
});

test.each([{ moving: true }, { sources: true }, { names: true }])("with more to draw it is: %o", (more) => {
  const { abort, map } = drawn(more);
  expect(abort).not.toHaveBeenCalled();
  expect(map._styleDirty).toBe(true);
});

test("names that are not placed for good wait for a drawing that is to come anyway", () => {
  const { abort, map } = drawn({ names: true }, true);
  expect(abort).toHaveBeenCalledOnce();
  expect(map).toMatchObject({ _styleDirty: false, _placementDirty: false });
});
