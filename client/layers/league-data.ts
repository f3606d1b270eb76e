import { type Language, nameIn } from "#domain/look/words.ts";
import { MEASURE_UNIT, viewBounds } from "#domain/measure.ts";
import type { Region } from "#domain/region.ts";
import { CAMERA_LIMITS, type View } from "#domain/view.ts";
import {
  cameraForView,
  fitOf,
  type LonLat,
  type Looking,
  NOMINAL_SIZE,
  STRIP_PX,
  scaleOf,
  toMercator,
} from "#geo/camera.ts";
import { mixOf, showsBars } from "#geo/drawn/mix.ts";
import { LEADER_ZOOM, LEADERS } from "#geo/picture/around.ts";
import { emPx, HUB_RAISE_EM, MARK_EM, placedAnew } from "#geo/picture/em.ts";
import { byRoom, leagueName } from "#geo/picture/league-names.ts";
import {
  BAR,
  type Box,
  blockHeight,
  markBox,
  placeLabels,
  type Spot,
  type TextBlock,
} from "#geo/picture/placement.ts";
import { ALWAYS, type LedgerFeature, lineFeature, pointFeature, said } from "./ledger-feature.ts";
import type { MapData } from "./scene.ts";

const WHOLE = { region: null, camera: null };
/** A camera fitted to just this zoom must not fall short of it by the last bit. */
const HAIR = 1e-6;
/**
 * Zooms from which the twelve names are placed anew: those of the first picture, so that the map's names stand where
 * its did, and whole levels once a name has all its league for itself; and that at which some of the ground is barred.
 */
export function leagueZooms(regions: readonly Region[], { barred }: Pick<Looking, "barred">): number[] {
  const nominal = cameraForView(WHOLE, regions, NOMINAL_SIZE).zoom;
  const [least] = CAMERA_LIMITS.zoom;
  const between = placedAnew(nominal).filter((zoom) => zoom > least && zoom < LEADER_ZOOM);
  const own = barred ? [barred.zoom] : [];
  return [0, 3, 4, 5, 6, 7, ...own, ...between.map((zoom) => zoom - HAIR)].sort((a, b) => a - b);
}

/** So much lower than the picture MapLibre sets a line about its middle. */
const LOW_EM = 0.06;
/** `spot` in words of MapLibre's. */
const ANCHORS = { start: "left", middle: "center", end: "right" } as const;
/**
 * The twelve names, each where it stands at its zooms: `of` is the place of those zooms in leagueZooms. None lies on
 * another, for they are placed as the picture's are and not by MapLibre, which has no shorter name to try, and can
 * tell a name that must stand from one that may give way only by laying it over others.
 */
export function leagueFeatures(
  view: View & Looking,
  lang: Language,
  { regions, progress }: MapData,
  marks: readonly LedgerFeature[],
): LedgerFeature[] {
  const rows = new Map(progress.reporting.map((row) => [row.code, row]));
  const bounds = viewBounds(view, progress);
  const names = byRoom(regions.filter((region) => view.names?.league(region) ?? true)).map((region) => {
    const row = rows.get(region.code);
    const mix = view.level === "league" && row && showsBars(view) ? mixOf(row.stages) : "";
    return { region, mix, name: nameIn(lang, region), ...said(view, lang, row, bounds) };
  });
  const placed = leagueZooms(regions, view).flatMap((from, of) => {
    const zoom = Math.max(from, CAMERA_LIMITS.zoom[0]);
    const em = emPx(zoom);
    const scale = scaleOf(zoom);
    const px: Px = (at) => {
      const [x, y] = toMercator(at);
      return [x * scale, y * scale];
    };
    const candidates = names.map((one) => {
      const { at, leader, forms, spots } = leagueName(one.region, zoom, {
        ...one,
        counted: MEASURE_UNIT[view.measure] === "count",
        lang,
        afar: view.afar,
        ...(one.mix ? { bar: [] } : {}),
      });
      const [x, y] = px(at);
      const labels = forms.map((block) => ({ block, at, one, leader }));
      return { labels, x, y, spots, always: true };
    });
    const boxes = marks.flatMap((mark) => markBoxes(mark, zoom, px));
    if (from === view.barred?.zoom) boxes.push(...view.barred.boxes);
    return placeLabels(candidates, boxes, em, boundsOf(regions, px)).map(({ label, spot }) => {
      const { block, at, one, leader } = label;
      const [text, value, after] = block.lines.flat();
      return pointFeature(at, {
        draw: "league",
        ...ALWAYS,
        of,
        code: one.region.code,
        led: leader !== undefined,
        name: one.name,
        text: text?.text ?? "",
        lines: block.lines.length,
        value: value?.text ?? "",
        after: after?.text ?? "",
        cls: view.level === "league" && !leader ? one.cls : -1,
        spacing: block.spacing,
        anchor: ANCHORS[spot.anchor],
        offset: [spot.dx, spot.dy - (block.bar ? BAR.gap + BAR.height : 0) / 2 - LOW_EM],
        ...(block.bar ? { mix: one.mix, bar: barOffset(block, spot) } : { mix: "", bar: [0, 0] }),
      });
    });
  });
  const leaders = names.flatMap(({ region }) => LEADERS[region.code] ?? []);
  return [
    ...placed,
    ...leaders.map(({ from, to }) => lineFeature([from, to], { draw: "leader", zmin: 0, zmax: LEADER_ZOOM })),
  ];
}

/** Width of the bar in its image (map-images.ts), px. */
const BAR_PX = 44;

/** From a region's place to the middle of the bar beneath its name, in px of the bar's image. */
function barOffset(block: TextBlock, { anchor, dx, dy }: Spot): [x: number, y: number] {
  const aside = { start: BAR.width / 2, middle: 0, end: -BAR.width / 2 }[anchor];
  const down = (blockHeight(block) - BAR.height) / 2;
  return [((dx + aside) * BAR_PX) / BAR.width, ((dy + down) * BAR_PX) / BAR.width];
}

type Px = (at: LonLat) => [x: number, y: number];

/** The room that a mark takes at a zoom, as the picture's does. */
function markBoxes(
  { geometry, properties: { draw, zmin, zmax } }: LedgerFeature,
  zoom: number,
  px: Px,
): Box[] {
  const radius = RADIUS[draw];
  if (radius === undefined || geometry.type !== "Point" || zoom < zmin || zoom >= zmax) return [];
  const [lon = 0, lat = 0] = geometry.coordinates;
  const [x, y] = px([lon, lat]);
  const em = emPx(zoom);
  return [markBox([x, y - (draw === "hub" ? HUB_RAISE_EM : 0) * em], radius * em)];
}
const RADIUS: Readonly<Record<string, number>> = {
  point: MARK_EM.item,
  cluster: MARK_EM.badge,
  port: MARK_EM.port,
  hub: MARK_EM.hub,
};

/** What every window shows that holds the whole region. */
function boundsOf(regions: readonly Region[], px: Px): Box {
  const { bbox, padding } = fitOf(WHOLE, regions);
  const [left, top] = px([bbox[0], bbox[3]]);
  const [right, bottom] = px([bbox[2], bbox[1]]);
  return {
    left: left - padding.left,
    top: top - padding.top,
    right: right + padding.right,
    bottom: bottom + padding.bottom - STRIP_PX,
  };
}
