import { type Draft, light, rule } from "./draft.ts";
import type { BriefFacts } from "./facts.ts";
import type { Layout } from "./layout.ts";
import { NORTH } from "./mark-paths.ts";
import type { Box, TextElement } from "./sheet.ts";
import { BRIEF_WORDS } from "./words.ts";

/** Lengths that a bar has, km: each parts into four round numbers. */
const LENGTHS = [2000, 1200, 800, 400, 200, 120, 80, 40, 20, 12, 8, 4, 2, 1];
const PARTS = 4;
/** Longest bar at A3, mm. */
const LONGEST = 62;

/** The longest round length that fits, km, and what it measures on the page, mm. */
export function scaleOf(kmPerMm: number, most: number): { km: number; width: number } {
  const km = LENGTHS.find((length) => length / kmPerMm <= most) ?? 1;
  return { km, width: km / kmPerMm };
}

/** North, scale bar and ratio, lower left on the map: true at the latitude of the centre. Returns the room they take. */
export function composeScale(draft: Draft, facts: BriefFacts, { map }: Layout): Box {
  const k = draft.type;
  const words = BRIEF_WORDS[facts.lang];
  const { kmPerMm, centreLat } = facts.map;
  const { km, width } = scaleOf(kmPerMm, Math.min(LONGEST * k, map.width * 0.22));
  const north = { x: map.x + 11 * k, y: map.y + map.height - 21 * k };
  const wide = draft.style("note");
  draft.put({
    at: { x: north.x - 3 * k, y: north.y - 4 * k, width: 12 * k },
    text: words.north,
    style: "note",
    role: "label",
    align: "center",
    onMap: true,
  });
  draft.add({
    kind: "mark",
    x: north.x - 1.5 * k,
    y: north.y,
    size: 9 * k,
    alt: words.north,
    paths: [...NORTH],
  });
  const left = north.x + 13 * k;
  const top = map.y + map.height - 16.5 * k;
  const labels = [0, 1, 2, 3, 4].map((part) => {
    const last = part === PARTS;
    const text = `${(km / PARTS) * part}${last ? ` ${words.km}` : ""}`;
    const room = draft.widthOf(text, wide) + 0.4;
    // The last number stands over its mark, its unit beyond.
    const number = draft.widthOf(String(km), wide);
    const x = left + (width / PARTS) * part - (last ? number / 2 : room / 2);
    return draft.text({
      at: { x, y: top - 4.2 * k, width: room },
      text,
      style: "note",
      role: "label",
      align: last ? "left" : "center",
      onMap: true,
    });
  });
  // Where the numbers would meet, the two ends say enough.
  const roomy = labels.every((label, index) => {
    const next = labels[index + 1];
    return next === undefined || label.box.x + label.box.width + 0.8 < next.box.x;
  });
  const said = roomy ? labels : labels.filter((_, index) => index === 0 || index === PARTS);
  const bar = { x: left, y: top + 0.6 * k, width, height: 1.3 * k };
  draft.add({ kind: "scaleBar", box: bar, km, parts: PARTS, color: light.ink, labels: said });
  const ratio = words.ratio(kmPerMm * 1e6, words.latitude(Math.round(centreLat * 10) / 10));
  draft.put({
    at: { x: left, y: bar.y + bar.height + 0.6 * k, width: draft.widthOf(ratio, wide) + 1 },
    text: ratio,
    style: "note",
    role: "label",
    onMap: true,
  });
  const right = Math.max(left + draft.widthOf(ratio, wide) + 1, ...said.map(({ box }) => box.x + box.width));
  // It begins where the title's card does, and ends where the legend's.
  const y = north.y - 4.5 * k;
  const [x, end] = [map.x + 5 * k, map.y + map.height - 8.5 * k];
  return { x, y, width: right + 2 * k - x, height: end - y };
}

/**
 * Ticks on the four edges of the frame, and the degrees for the lower and the right one where there is room. Those are
 * the map's to draw: where its names stand is known to it alone, and a name or a count is worth more than a degree.
 */
export function composeGraticule(
  draft: Draft,
  facts: BriefFacts,
  { map }: Layout,
  covered: readonly Box[],
): TextElement[] {
  const words = BRIEF_WORDS[facts.lang];
  const k = draft.type;
  const tick = 2 * k;
  const bottom = map.y + map.height;
  const right = map.x + map.width;
  const style = draft.style("graticule");
  const degreesOnMap: TextElement[] = [];
  for (const { axis, degrees, at } of facts.map.graticule) {
    const across = axis === "lon";
    const text = across ? words.longitude(degrees) : words.latitude(degrees);
    const width = draft.widthOf(text, style) + 0.6;
    const x = across ? map.x + at - width / 2 : right - width - tick - 0.6;
    const y = across ? bottom - tick - 3.6 * k : map.y + at - 1.8 * k;
    const box = { x, y, width, height: 3.6 * k };
    const edges = across ? [map.y, bottom - tick] : [map.x, right - tick];
    for (const edge of edges) {
      draft.add(
        across
          ? rule([map.x + at, edge], [map.x + at, edge + tick], 0.2, light.ink2)
          : rule([edge, map.y + at], [edge + tick, map.y + at], 0.2, light.ink2),
      );
    }
    const out =
      x < map.x + 1 || box.x + width > right - 0.5 || y < map.y + 1 || y + box.height > bottom - tick;
    if (out || [...covered, ...degreesOnMap.map((one) => one.box)].some((one) => overlap(one, box))) continue;
    degreesOnMap.push(
      draft.text({
        at: { x, y, width },
        text,
        style: "graticule",
        role: "label",
        align: "center",
        onMap: true,
      }),
    );
  }
  return degreesOnMap;
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
