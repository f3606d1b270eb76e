import { isPlannedCity, isWithin, leagueOf } from "#domain/region.ts";
import type { LonLat } from "../camera.ts";
import { labelPoint, smoothPath } from "../drawn/corridors.ts";
import { COUNTRIES, LEADER_ZOOM, LEADERS, MAJOR_PORTS, ONE_LINE, PROVINCES } from "./around.ts";
import { emPx, type Frame, nominalPx, shareOf } from "./frame.ts";
import type { Drawing } from "./input.ts";
import {
  type Box,
  beside,
  blockSize,
  boxAt,
  type Candidate,
  near,
  type Placed,
  placeLabels,
  type Spot,
  type TextBlock,
  type TextRun,
} from "./placement.ts";
import { unitText, valueText } from "./words.ts";

export type LabelKind = "league" | "port" | "corridor" | "county" | "country" | "province";
export type Label = {
  kind: LabelKind;
  /** Code of a region, name of anything else. */
  id: string;
  at: LonLat;
  block: TextBlock;
  color: string;
  halo: string;
  serif: boolean;
};

/** Radius of marks in em of a league's name. */
export const MARK_EM = { item: 0.66, port: 0.58 } as const;
/** Names of counties show from here (VISUAL.md). */
const COUNTY_ZOOM = 5.2;
/** Height of the credit strip along the lower edge. */
const STRIP_PX = 26;
/** Of a document, whose strip has a second line for its address. */
const DOCUMENT_STRIP_PX = 42;
const AT_PLACE: readonly Spot[] = [{ anchor: "middle", dx: 0, dy: 0 }];
const AT_LEADER: Record<"right" | "below", readonly Spot[]> = {
  right: [{ anchor: "start", dx: 0.2, dy: 0.1 }],
  below: [{ anchor: "middle", dx: 0, dy: 0.7 }],
};

export type Marked = { at: LonLat; radius: number };

/** All names of a picture, placed at its nominal size: none overlaps another. */
export function labelsOf(
  drawing: Drawing,
  frame: Frame,
  marks: readonly Marked[],
  exact: boolean,
): Placed<Label>[] {
  if (!drawing.on.has("labels")) return [];
  const em = emPx(frame.nominal.zoom);
  const boxes = marks.map(({ at, radius }) => markBox(frame, at, radius, em));
  const { x, y, width, height, size } = frame.nominal;
  const { padding } = frame;
  // A window of any size shows at least the frame and its padding.
  const bounds = exact
    ? { left: 0, top: 0, right: size.width, bottom: size.height - DOCUMENT_STRIP_PX }
    : {
        left: x - padding.left,
        top: y - padding.top,
        right: x + width + padding.right,
        bottom: y + height + padding.bottom - STRIP_PX,
      };
  const candidates = [
    ...leagueLabels(drawing, frame),
    ...portLabels(drawing, frame),
    ...corridorLabels(drawing, frame),
    ...countyLabels(drawing, frame),
    ...aroundLabels(drawing, frame),
  ];
  return placeLabels(candidates, boxes, em, frame.camera && !exact ? null : bounds);
}

function markBox(frame: Frame, at: LonLat, radius: number, em: number): Box {
  const [x, y] = nominalPx(frame, at);
  const side = radius * em;
  return { left: x - side, top: y - side, right: x + side, bottom: y + side };
}

function candidate(frame: Frame, label: Label, spots: readonly Spot[], always: boolean): Candidate<Label> {
  const [x, y] = nominalPx(frame, label.at);
  return { label, x, y, block: label.block, spots, always };
}

const inside = (frame: Frame, at: LonLat, margin = 0): boolean =>
  shareOf(frame, at).every((share) => share > -margin && share < 1 + margin);

function leagueLabels(drawing: Drawing, frame: Frame): Candidate<Label>[] {
  const { palette, theme, view, lang } = drawing;
  const leagues = drawing.regions.filter((region) => region.level === "league");
  // Small ones first: they have least room to give way.
  const area = ({ bbox }: (typeof leagues)[number]) => (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]);
  return leagues
    .toSorted((a, b) => area(a) - area(b) || a.code.localeCompare(b.code))
    .flatMap((region) => {
      const leader = frame.nominal.zoom < LEADER_ZOOM ? LEADERS[region.code] : undefined;
      const at = leader?.to ?? region.anchor;
      if (view.region !== null && !inside(frame, at, -0.02)) return [];
      const value = valueText(drawing.reported(region.code), view.measure);
      const name: TextRun = { text: drawing.name(region.code), size: 1, weight: 700 };
      const count: TextRun[] = value
        ? [
            { text: value, size: 0.92 },
            { text: unitText(view.measure, lang) && ` ${unitText(view.measure, lang)}`, size: 0.72 },
          ]
        : [];
      const oneLine = leader !== undefined || ONE_LINE.has(region.code);
      const lines = oneLine
        ? [value ? [name, { text: ` ${value}`, size: 0.92 }] : [name]]
        : [[name], ...(count.length > 0 ? [count.filter((run) => run.text !== "")] : [])];
      const cls = drawing.filled.get(region.code)?.cls;
      // On the two lightest golds of the dark theme white would not read: navy, with the fill as its halo.
      const onGold = theme === "dark" && view.level === "league" && !leader && (cls === 3 || cls === 4);
      const label: Label = {
        kind: "league",
        id: region.code,
        at,
        block: { lines, spacing: lang === "en" ? 0.02 : 0.1, leading: 1.2 },
        color: onGold ? palette.halo : palette.label,
        halo: onGold && typeof cls === "number" ? palette.ramp[cls] : palette.halo,
        serif: false,
      };
      // Nearer than overview a name at the window's edge would be cut: it may be left out.
      const always = view.camera === null && (view.region === null || region.code === view.region);
      return [candidate(frame, label, leader ? AT_LEADER[leader.side] : near([0.6, 1.2, 1.9]), always)];
    });
}

function portLabels(drawing: Drawing, frame: Frame): Candidate<Label>[] {
  const { palette, view, lang } = drawing;
  if (!drawing.on.has("ports")) return [];
  return MAJOR_PORTS.flatMap(({ name, nameEn, city }) => {
    const at = drawing.port(name);
    if (!at || !inside(frame, at, 0.02)) return [];
    const value = city ? valueText(drawing.reported(city), view.measure) : "";
    const unit = unitText(view.measure, lang);
    const line: TextRun[] = [
      { text: lang === "en" ? nameEn : name, size: 0.86, weight: 600 },
      ...(value ? [{ text: ` ${value}`, size: 0.82 }] : []),
      ...(value && unit ? [{ text: ` ${unit}`, size: 0.66 }] : []),
    ];
    const label: Label = {
      kind: "port",
      id: name,
      at,
      block: { lines: [line], spacing: 0, leading: 1.2 },
      color: palette.label,
      halo: palette.halo,
      serif: false,
    };
    const [right, left, below, above] = beside(MARK_EM.port + 0.28);
    // The abroad to the left is empty; a name there covers no region.
    const spots = [left, right, above, below].filter((spot) => spot !== undefined);
    const [x, y] = nominalPx(frame, at);
    return [{ ...candidate(frame, label, spots, true), x, y }];
  });
}

function corridorLabels(drawing: Drawing, frame: Frame): Candidate<Label>[] {
  const { palette, corridors } = drawing;
  return corridors.flatMap((corridor) => {
    const at = labelPoint(smoothPath(corridor.path));
    if (!inside(frame, at)) return [];
    const color = palette.corridor[corridor.kind];
    const label: Label = {
      kind: "corridor",
      id: corridor.id,
      at,
      block: { lines: [[{ text: corridor.name, size: 0.8, weight: 600 }]], spacing: 0.02, leading: 1.25 },
      color,
      halo: palette.casing,
      serif: false,
    };
    return [candidate(frame, label, beside(0.5), false)];
  });
}

function countyLabels(drawing: Drawing, frame: Frame): Candidate<Label>[] {
  const { palette, view, theme } = drawing;
  if (frame.nominal.zoom < COUNTY_ZOOM) return [];
  const rank = (code: string) =>
    (view.region !== null && isWithin(code, view.region) ? 0 : 4) +
    (drawing.filled.get(code)?.value || drawing.progress.county.find((row) => row.code === code)?.value
      ? 0
      : 1);
  return (
    drawing.regions
      .filter(({ level, anchor }) => level === "county" && inside(frame, anchor, view.camera ? 1 : 0))
      // A planned city is named at its port; twice would be once too often.
      .filter(({ code }) => !(isPlannedCity(code) && drawing.on.has("ports")))
      .toSorted((a, b) => rank(a.code) - rank(b.code) || a.code.localeCompare(b.code))
      .map((region) => {
        const filledBy = view.level === "county" ? region.code : (leagueOf(region.code) ?? "");
        const cls = drawing.filled.get(filledBy)?.cls;
        const strong = cls === 3 || cls === 4;
        const onGold = theme === "dark" && strong;
        const label: Label = {
          kind: "county",
          id: region.code,
          at: region.anchor,
          block: {
            lines: wrapped(drawing.name(region.code)).map((text) => [{ text, size: 0.63 }]),
            spacing: 0.03,
            leading: 1.2,
          },
          color: onGold ? palette.halo : strong && theme === "light" ? palette.ink : palette.labelCounty,
          halo: onGold && typeof cls === "number" ? palette.ramp[cls] : palette.halo,
          serif: false,
        };
        return candidate(frame, label, near([0.5, 1]), false);
      })
  );
}

function aroundLabels(drawing: Drawing, frame: Frame): Candidate<Label>[] {
  const { palette, lang } = drawing;
  const named = (kind: "country" | "province", { words, at }: (typeof COUNTRIES)[number]) => {
    if (!inside(frame, at, kind === "country" ? 0 : 0.015)) return [];
    const country = kind === "country";
    const label: Label = {
      kind,
      id: words["zh-CN"],
      at,
      block: {
        lines: [[{ text: words[lang], size: country ? 1.6 : 0.82, weight: country ? 600 : 400 }]],
        spacing: lang === "en" ? 0.12 : country ? 1.2 : 0.22,
        leading: 1.2,
      },
      color: country ? palette.labelCountry : palette.labelProvince,
      halo: palette.china,
      serif: true,
    };
    return [candidate(frame, label, AT_PLACE, false)];
  };
  return [
    ...COUNTRIES.flatMap((one) => named("country", one)),
    ...PROVINCES.flatMap((one) => named("province", one)),
  ];
}

/** A long name on two lines, halved: 达尔罕茂明 / 安联合旗; English at the space nearest the middle. */
export function wrapped(name: string): string[] {
  if (/[a-z]/i.test(name)) {
    if (name.length < 12) return [name];
    const spaces = [...name.matchAll(/ /g)].map((found) => found.index);
    const middle = spaces.toSorted(
      (a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2),
    )[0];
    return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
  }
  const characters = [...name];
  if (characters.length <= 5) return [name];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half).join(""), characters.slice(half).join("")];
}

/** Boxes of placed labels at another size, with their spots as they are: for the test of every size. */
export function boxesAt(placed: readonly Placed<Label>[], frame: Frame): { label: Label; box: Box }[] {
  const em = emPx(frame.nominal.zoom);
  return placed.map(({ label, spot }) => {
    const [x, y] = nominalPx(frame, label.at);
    const size = blockSize(label.block, em);
    return { label, box: boxAt(x, y, size, spot, em) };
  });
}
