import { describe, expect, test } from "vitest";
import type { Language } from "#domain/look/words.ts";
import { MEASURE_UNIT, type Measure } from "#domain/measure.ts";
import { CAMERA_LIMITS, LANGUAGES } from "#domain/view.ts";
import { type Looking, scaleOf, toMercator } from "#geo/camera.ts";
import { emPx } from "#geo/picture/em.ts";
import { type Box, overlap, textEm } from "#geo/picture/placement.ts";
import { leagueZooms } from "../../../client/layers/league-data.ts";
import { ledgerData } from "../../../client/layers/ledger-data.ts";
import type { LedgerFeature } from "../../../client/layers/ledger-feature.ts";
import { style } from "../../../client/layers/style.ts";
import { ASSETS, aMapData, aRow, aView, EVERY_LAYER, EVERY_MEASURE } from "./seed-scene.ts";

const data = aMapData();
/** Every league has a value as wide as a measure's may be. */
function dataOf(measure: Measure) {
  const value = MEASURE_UNIT[measure] === "share" ? 1 : 88;
  const reporting = data.progress.reporting.map(({ code }) => aRow(code, value, { construction: 12 }));
  return { ...data, progress: { ...data.progress, reporting } };
}
const zooms = leagueZooms(data.regions, {});
const [least, most] = CAMERA_LIMITS.zoom;

/** The box in which the map's layer sets a name at a zoom, px of the whole world. */
function boxOf({ geometry, properties }: LedgerFeature, zoom: number): Box {
  if (geometry.type !== "Point") throw new Error("a name stands at a point");
  const { text, lines, value, after, spacing, anchor, offset } = properties;
  const [dx = 0, dy = 0] = offset as readonly number[];
  const em = emPx(zoom);
  const said = 0.92 * textEm(String(value), false) + 0.72 * textEm(String(after), false);
  const name = textEm(String(text), true) + Number(spacing) * String(text).length;
  const wide = lines === 2 ? Math.max(name, said) : name + said;
  const high = lines === 2 ? 1.2 * 1.92 : 1.2;
  const [lon = 0, lat = 0] = geometry.coordinates;
  const [x, y] = toMercator([lon, lat]).map((share) => share * scaleOf(zoom)) as [number, number];
  const left = x + dx * em - (anchor === "left" ? 0 : anchor === "right" ? wide * em : (wide * em) / 2);
  const top = y + dy * em - (high * em) / 2;
  return { left, top, right: left + wide * em, bottom: top + high * em };
}

/** Names that the map shows at a zoom, with their boxes. */
function shownAt(measure: Measure, lang: Language, zoom: number) {
  const of = zooms.findLastIndex((from) => zoom >= from);
  return ledgerData(aView({ measure }), lang, dataOf(measure))
    .features.filter(({ properties }) => properties.draw === "league" && properties.of === of)
    .map((feature) => ({ name: String(feature.properties.name), box: boxOf(feature, zoom) }));
}

/** Just from where names are placed anew, half way, and just before the next. */
const looked = zooms.flatMap((from, index) => {
  const [first, next] = [Math.max(from, least), zooms[index + 1] ?? most];
  return first >= next ? [] : [first, (first + next) / 2, next - 0.001];
});

describe.each(LANGUAGES)("names of leagues, %s", (lang) => {
  test.each(EVERY_MEASURE)("%s: none lies on another at any zoom", (measure) => {
    for (const zoom of looked) {
      const names = shownAt(measure, lang, zoom);
      const on = names.flatMap((one, index) =>
        names
          .slice(index + 1)
          .filter((other) => overlap(one.box, other.box) > 0.01)
          .map((other) => `${one.name} on ${other.name} at ${zoom}`),
      );
      expect(on).toEqual([]);
    }
  });

  test.each(EVERY_MEASURE)("%s: all twelve from the zoom of a window 320 px wide", (measure) => {
    for (const zoom of looked.filter((one) => one > 2.65)) {
      expect(shownAt(measure, lang, zoom).length, String(zoom)).toBe(12);
    }
  });
});

test("at the zoom at which some of the ground is barred names step aside from it", () => {
  const zoom = 4.4;
  const named = (barred: Pick<Looking, "barred">) => {
    const view = { ...aView(), ...barred };
    const of = leagueZooms(data.regions, view).findLastIndex((from) => zoom >= from);
    return ledgerData(view, "zh-CN", dataOf("items"))
      .features.filter(({ properties }) => properties.draw === "league" && properties.of === of)
      .map((feature) => ({ name: feature.properties.name, box: boxOf(feature, zoom) }));
  };
  const chifeng = named({}).find(({ name }) => name === "赤峰市")?.box;
  if (!chifeng) throw new Error("赤峰市 has no name");
  const strip = { left: chifeng.left - 20, right: chifeng.left + 4, top: 0, bottom: scaleOf(zoom) };
  const aside = named({ barred: { zoom, boxes: Array(8).fill(strip) } });
  expect(aside).toHaveLength(12);
  expect(aside.filter(({ box }) => overlap(box, strip) > 0.01)).toEqual([]);
});

test("every zoom of a camera has one layer of them", () => {
  const { layers } = style(aView(), "light", "zh-CN", ASSETS, data);
  const names = layers.filter(({ id }) => id.startsWith("league-name-"));
  expect(names).toHaveLength(zooms.length);
  for (const zoom of looked) {
    const shown = names.filter(({ minzoom = 0, maxzoom = 24 }) => zoom >= minzoom && zoom < maxzoom);
    expect(shown.length, String(zoom)).toBe(1);
  }
});

test("every other name gives way where there is no room for it", () => {
  const { layers } = style(aView({ layers: EVERY_LAYER }), "light", "zh-CN", ASSETS, data);
  const always = layers.filter(
    ({ type, id, layout }) =>
      type === "symbol" &&
      !id.startsWith("league-name-") &&
      layout !== undefined &&
      "text-field" in layout &&
      ("text-overlap" in layout || "text-allow-overlap" in layout || "text-ignore-placement" in layout),
  );
  expect(always.map(({ id }) => id)).toEqual([]);
});
