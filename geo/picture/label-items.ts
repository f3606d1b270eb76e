import { nameIn } from "#domain/look/words.ts";
import { isLineNamed, isNamedInward, isPortNamed } from "../afar/named.ts";
import type { LonLat } from "../camera.ts";
import { type LabelPlace, labelPlace, smoothPath } from "../drawn/corridors.ts";
import { corridorSub, placeSub, shortName } from "../drawn/item-words.ts";
import { MAJOR_PORTS, MINOR_PORTS_FROM } from "../drawn/ports.ts";
import { POINT_ZOOM } from "./around.ts";
import { emPx, LINE_NAME_PX, MARK_EM, portLiftEm } from "./em.ts";
import type { Frame } from "./frame.ts";
import type { Wording } from "./input.ts";
import { inside, type LabelKind, type Wanted } from "./labels.ts";
import type { Mark } from "./pins.ts";
import { beside, blockHeight, type Spot, type TextBlock, type TextRun } from "./placement.ts";

/** Size of a second line, in that of the first. */
const SUB = 0.84;

const [RIGHT, LEFT, BELOW, ABOVE] = beside(MARK_EM.port + 0.28) as [Spot, Spot, Spot, Spot];
/** The abroad to the left is empty; a name there covers no region. */
const PORT_SPOTS = [LEFT, RIGHT, ABOVE, BELOW];
/** On a wall, of a region alone, a panel stands to the left; the abroad above is as empty. */
const portSpotsAbove = (region: string): readonly Spot[] => {
  const dy = ABOVE.dy - portLiftEm(region);
  return [
    { ...ABOVE, dx: -0.8, dy },
    { ...ABOVE, anchor: "end", dy },
  ];
};

export function portLabels(drawing: Wording, frame: Frame): Wanted[] {
  const { palette, lang, view } = drawing;
  if (!drawing.on.has("ports")) return [];
  const size = view.afar ? { name: 0.9, value: 0.9, unit: 0.9 } : { name: 0.86, value: 0.82, unit: 0.66 };
  return MAJOR_PORTS.flatMap((port) => {
    const at = drawing.port(port.name);
    if (!at || !inside(frame, at, 0.02) || !isPortNamed(view, port.league)) return [];
    const value = port.city ? drawing.written(port.city) : "";
    const after = port.city ? drawing.after(port.city) : "";
    const name: TextRun = { text: nameIn(lang, port), size: size.name, weight: 600 };
    const line: TextRun[] = [
      name,
      ...(value ? [{ text: ` ${value}`, size: size.value }] : []),
      ...(value && after ? [{ text: ` ${after}`, size: size.unit }] : []),
    ];
    const block = (runs: TextRun[]) => ({ lines: [runs], spacing: 0, leading: 1.2 });
    return [
      {
        label: {
          kind: "port",
          id: port.name,
          at,
          block: block(line),
          color: palette.label,
          halo: palette.halo,
          serif: false,
        },
        shorter: [block([name])],
        spots: view.afar && view.region !== null ? portSpotsAbove(view.region) : PORT_SPOTS,
        always: true,
      },
    ];
  });
}

export function corridorLabels(
  { palette, corridors, lang, view, regions }: Wording,
  frame: Frame,
  zoom: number,
): Wanted[] {
  const size = view.afar ? LINE_NAME_PX / emPx(zoom) : 0.8;
  return corridors.flatMap((corridor) => {
    const { at, slant } = labelPlace(smoothPath(corridor.path));
    if (!inside(frame, at) || !isLineNamed(view, at, regions)) return [];
    const name: TextRun = { text: shortName(nameIn(lang, corridor)), size, weight: 600 };
    const sub = corridorSub(corridor, lang);
    const block: TextBlock = {
      lines: [[name], ...(sub ? [[{ text: sub, size: size * SUB }]] : [])],
      spacing: 0.02,
      leading: 1.25,
    };
    return [
      {
        label: {
          kind: "corridor",
          id: corridor.id,
          at,
          block,
          color: palette.corridor[corridor.kind],
          halo: palette.casing,
          serif: false,
        },
        spots: besideLine(slant, block, isNamedInward(view, at, regions)),
        always: false,
      },
    ];
  });
}

/** As the map has it (client/layers/label-item.ts): at the corners that a slanting line does not run through. */
function besideLine(slant: LabelPlace["slant"], block: TextBlock, inward: boolean): Spot[] {
  if (slant === "upright") {
    const [right, left, ...others] = beside(0.5) as [Spot, Spot, ...Spot[]];
    const above = { ...right, dy: right.dy - blockHeight(block) / 2 - 0.2 };
    return inward ? [left, right, ...others] : [right, above, left, ...others];
  }
  const down = (blockHeight(block) / 2 + 0.2) * (slant === "falling" ? -1 : 1);
  return [
    { anchor: "start", dx: 0.4, dy: down },
    { anchor: "end", dx: -0.4, dy: -down },
    ...beside(0.5).slice(0, 1),
  ];
}

export function hubLabels(drawing: Wording, frame: Frame, zoom: number): Wanted[] {
  const { features, on, palette } = drawing;
  if (!on.has("hubs") || zoom < POINT_ZOOM) return [];
  const look = { kind: "hub", color: palette.waterText, size: 0.7, beside: MARK_EM.hub + 0.3 } as const;
  return features.hubs.flatMap((hub) => placeLabel(hub, look, drawing, frame));
}

export function minorPortLabels(drawing: Wording, frame: Frame, zoom: number): Wanted[] {
  const { minorPorts, on, palette } = drawing;
  if (!on.has("ports") || zoom < MINOR_PORTS_FROM) return [];
  const look = {
    kind: "minor-port",
    color: palette.labelCounty,
    size: 0.5,
    beside: MARK_EM.minorPort + 0.22,
  } as const;
  return minorPorts.flatMap((port) => placeLabel({ ...port, id: port.name }, look, drawing, frame));
}

/** Marks that stand for one item; a badge says its number. */
export function pointLabels(drawing: Wording, frame: Frame, zoom: number, marks: readonly Mark[]): Wanted[] {
  if (zoom < POINT_ZOOM) return [];
  const look = {
    kind: "point",
    color: drawing.palette.label,
    size: 0.7,
    beside: MARK_EM.item + 0.3,
  } as const;
  return marks.flatMap(({ point: id, at }) => {
    const point = drawing.points.find((one) => one.id === id);
    return point ? placeLabel({ ...point, at }, look, drawing, frame) : [];
  });
}

type NamedPlace = {
  id: string;
  name: string;
  nameEn?: string | undefined;
  at: LonLat;
  confidence: string;
};
type PlaceLook = { kind: LabelKind; color: string; size: number; beside: number };

/** Beside a mark, and beneath it whether the place is known. */
function placeLabel(place: NamedPlace, look: PlaceLook, { palette, lang }: Wording, frame: Frame): Wanted[] {
  if (!inside(frame, place.at, 0.02)) return [];
  const { kind, color, size } = look;
  const sub = placeSub(place, lang);
  const name: TextRun = { text: shortName(nameIn(lang, place)), size, weight: 500 };
  const lines = [[name], ...(sub ? [[{ text: sub, size: size * SUB }]] : [])];
  const block = { lines, spacing: 0, leading: 1.2 };
  const label = { kind, id: place.id, at: place.at, block, color, halo: palette.halo, serif: false };
  return [{ label, spots: beside(look.beside), always: false }];
}
