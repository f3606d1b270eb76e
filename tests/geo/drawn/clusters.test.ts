import { expect, test } from "vitest";
import { clusterLight, clusterPoints } from "#geo/drawn/clusters.ts";
import { aPoint } from "../../client/layers/seed-scene.ts";

const at = (zoom: number, points: Parameters<typeof clusterPoints>[0]) =>
  clusterPoints(points).filter((cluster) => cluster.zmin <= zoom && zoom < cluster.zmax);
const ids = (zoom: number, points: Parameters<typeof clusterPoints>[0]) =>
  at(zoom, points)
    .map((cluster) => cluster.members.map((point) => point.id))
    .toSorted((a, b) => (a.join() < b.join() ? -1 : 1));

const near = aPoint({ id: "a", at: [121, 49] });
const beside = aPoint({ id: "b", at: [121.3, 49] });
const far = aPoint({ id: "c", at: [105, 39] });

test("marks that would cover each other stand as one, and part as one comes nearer", () => {
  expect(ids(3, [near, beside, far])).toEqual([["a", "b"], ["c"]]);
  expect(ids(7, [near, beside, far])).toEqual([["a"], ["b"], ["c"]]);
});

test("every point stands in exactly one mark at every zoom: none is hidden", () => {
  const points = [near, beside, far, aPoint({ id: "d", at: [121, 49] })];
  for (let zoom = 2; zoom < 14; zoom++) {
    expect(ids(zoom, points).flat().toSorted()).toEqual(["a", "b", "c", "d"]);
  }
});

test("points of one place are told apart at close range", () => {
  const marks = at(12, [near, aPoint({ id: "d", at: [121, 49] })]);
  const [first, second] = marks.map((mark) => mark.at);
  expect(marks).toHaveLength(2);
  expect(first).not.toEqual(second);
});

test("the order in which points come makes no difference", () => {
  expect(clusterPoints([far, beside, near])).toEqual(clusterPoints([near, beside, far]));
});

test("several have the worst light of them, and none where nobody files for any", () => {
  const lit = (...lights: ("green" | "yellow" | "red" | "none")[]) =>
    clusterLight([aPoint(), ...lights.map((light) => aPoint({ light }))]);
  expect([lit(), lit("none"), lit("none", "green"), lit("green", "red", "yellow")]).toEqual([
    undefined,
    "none",
    "green",
    "red",
  ]);
});
