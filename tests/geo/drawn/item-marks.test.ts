import { beforeAll, describe, expect, test } from "vitest";
import type { MapFeatures } from "#domain/query.ts";
import { cameraForView, type LonLat, project, type Size } from "#geo/camera.ts";
import { clusterPoints, clustersAt } from "#geo/drawn/clusters.ts";
import { hubFrom } from "#geo/drawn/hubs.ts";
import { besideObstacles, itemMarks } from "#geo/drawn/item-marks.ts";
import { shownPoints } from "#geo/drawn/points.ts";
import { majorPorts } from "#geo/drawn/ports.ts";
import { emPx, HUB_RAISE_EM, MARK_EM } from "#geo/picture/em.ts";
import { readPorts, readRegions } from "#geo/read.ts";
import { aPoint, aView } from "../../client/layers/seed-scene.ts";
import { seededApi } from "../../factories.ts";

const regions = readRegions();
const ports = readPorts();
let features: MapFeatures;
beforeAll(async () => {
  const api = await seededApi();
  features = await api.map.features({});
});

type Px = { name: string; x: number; y: number; radius: number };

const nameOf = (members: readonly { name: string }[]) => members.map(({ name }) => name).join();

/** Every mark of the overview in a window, px. */
function drawn(size: Size) {
  const view = aView();
  const camera = cameraForView(view, regions, size);
  const em = emPx(camera.zoom);
  const px = (name: string, at: LonLat, radius: number, raise = 0): Px => {
    const [x, y] = project(at, camera, size);
    return { name, x, y: y - raise * em, radius: radius * em };
  };
  const marks = clustersAt(itemMarks(view, features, regions, ports), camera.zoom);
  const free = clustersAt(clusterPoints(shownPoints(view, features)), camera.zoom);
  return {
    items: marks.map(({ members, at }) =>
      px(nameOf(members), at, members.length > 1 ? MARK_EM.badge : MARK_EM.item),
    ),
    places: [
      ...majorPorts(ports).map((port) => px(port.name, port.at, MARK_EM.port)),
      ...features.hubs
        .filter(({ at }) => hubFrom(at, regions) <= camera.zoom)
        .map(({ name, at }) => px(name, at, MARK_EM.hub, HUB_RAISE_EM)),
    ],
    moved: marks.map(({ members, at }) => {
      const own = free.find((one) => nameOf(one.members) === nameOf(members));
      const [from, to] = [px("", own?.at ?? at, 0), px("", at, 0)];
      return { name: nameOf(members), px: Math.hypot(from.x - to.x, from.y - to.y) };
    }),
  };
}

const away = (one: Px, other: Px) => Math.hypot(one.x - other.x, one.y - other.y);

// The whole window, and what the panels leave of it for the map.
describe.each([
  { width: 390, height: 844 },
  { width: 390, height: 660 },
  { width: 1366, height: 768 },
  { width: 710, height: 678 },
  { width: 1920, height: 1080 },
  { width: 1264, height: 990 },
])("in the overview of $width×$height", (size) => {
  test("no port or hub touches the mark of an item, and no mark's centre lies under another", () => {
    const { items, places } = drawn(size);
    expect(places.length).toBeGreaterThanOrEqual(4);
    const touched = items.flatMap((item) =>
      places
        .filter((place) => away(item, place) < item.radius + place.radius)
        .map((place) => `${item.name} – ${place.name}`),
    );
    const under = items.flatMap((item) =>
      items
        .filter((other) => other !== item && away(item, other) < other.radius)
        .map((other) => `${item.name} – ${other.name}`),
    );
    expect([...touched, ...under]).toEqual([]);
  });

  test("a mark goes no farther than beside what is in its way, and most stay where they are", () => {
    const { moved } = drawn(size);
    const gone = moved.filter(({ px }) => px > 0.1);
    expect(gone.length).toBeLessThanOrEqual(3);
    for (const { name, px } of gone) expect(px, name).toBeLessThan(18);
  });
});

const at: LonLat = [101, 42];
const port = { at, radius: MARK_EM.port, raise: 0, from: 0 };

test("a badge that is moved aside opens where its marks part, not where it stands otherwise", () => {
  const points = [aPoint({ id: "a", at: [101, 41.9] }), aPoint({ id: "b", at: [101.2, 41.9] })];
  const clusters = clusterPoints(points);
  const [badge] = clusters.filter(({ members }) => members.length === 2);
  const parts = besideObstacles(clusters, [port], []).filter(({ members }) => members.length === 2);
  expect(parts.length).toBeGreaterThan(1);
  expect(new Set(parts.map(({ opens }) => opens))).toEqual(new Set([badge?.zmax]));
  expect(parts.map(({ zmin, zmax }) => [zmin, zmax])).toEqual(
    parts.map(({ zmin }, index) => [zmin, parts[index + 1]?.zmin ?? badge?.zmax]),
  );
});

test("one stands at its place as soon as that is free, and at once where nothing is in its way", () => {
  const clusters = clusterPoints([aPoint({ at: [101, 41.5] })]);
  const marks = besideObstacles(clusters, [port], []);
  expect(marks.at(-1)?.at).toEqual([101, 41.5]);
  expect(marks[0]?.at).not.toEqual([101, 41.5]);
  // As one stretch of zooms, to its place at the end.
  expect(besideObstacles(clusters, [], [])).toHaveLength(clusters.length);
  expect(besideObstacles(clusters, [{ ...port, from: 9 }], [])).toHaveLength(clusters.length);
});

test("one at a port itself goes to the side of the border on which its league lies", () => {
  const clusters = clusterPoints([aPoint({ at: [101, 42] })]);
  const movedBy = (anchor: [number, number]) => {
    const [first] = besideObstacles(clusters, [port], [{ anchor, bbox: [90, 30, 110, 50] }]);
    return [(first?.at[0] ?? 0) - 101, (first?.at[1] ?? 0) - 42] as const;
  };
  expect(movedBy([105, 42])[0]).toBeGreaterThan(0.5);
  expect(movedBy([101, 40])[1]).toBeLessThan(-0.5);
});
