import { type LonLat, STRIP_PX } from "../camera.ts";
import { emPx } from "./em.ts";
import { type Fit, type Frame, pxIn, shareOf } from "./frame.ts";
import type { Wording } from "./input.ts";
import { aroundLabels } from "./label-around.ts";
import { corridorLabels, hubLabels, minorPortLabels, pointLabels, portLabels } from "./label-items.ts";
import { countyLabels, leagueLabels } from "./label-regions.ts";
import type { Mark } from "./pins.ts";
import {
  type Box,
  blockSize,
  boxAt,
  type Candidate,
  markBox,
  type Placed,
  placeLabels,
  type Spot,
  type TextBlock,
} from "./placement.ts";

export type LabelKind =
  | "league"
  | "port"
  | "corridor"
  | "hub"
  | "minor-port"
  | "point"
  | "county"
  | "country"
  | "province";
export type Label = {
  kind: LabelKind;
  /** Code of a region, name of anything else. */
  id: string;
  at: LonLat;
  block: TextBlock;
  color: string;
  halo: string;
  serif: boolean;
  /** Where the line begins that leads to a name outside its region. */
  leader?: LonLat;
};
/** A name before it is placed: in full, then shorter. */
export type Wanted = {
  label: Label;
  shorter?: readonly TextBlock[];
  spots: readonly Spot[];
  always: boolean;
};

/** Of a document, whose strip has a second line for its address. */
const DOCUMENT_STRIP_PX = 42;

/**
 * All names of a picture, placed where the frame stands at `fit`: none overlaps another, and those that can step aside
 * keep off what is `barred`.
 */
export function labelsOf(
  drawing: Wording,
  frame: Frame,
  fit: Fit,
  marks: readonly Mark[],
  exact: boolean,
  barred: readonly Box[] = [],
): Placed<Label>[] {
  if (!drawing.on.has("labels")) return [];
  const em = emPx(fit.zoom);
  const markBoxes = marks.map(({ at, radius, raise }) => {
    const [x, y] = pxIn(fit, frame, at);
    return markBox([x, y - raise * em], radius * em);
  });
  // In the order of importance, which is the map's.
  const wanted = [
    ...leagueLabels(drawing, frame, fit.zoom),
    ...portLabels(drawing, frame),
    ...corridorLabels(drawing, frame, fit.zoom),
    // From afar no more is read.
    ...(drawing.view.afar
      ? []
      : [
          ...hubLabels(drawing, frame, fit.zoom),
          ...minorPortLabels(drawing, frame, fit.zoom),
          ...pointLabels(drawing, frame, fit.zoom, marks),
          ...countyLabels(drawing, frame, fit.zoom),
          ...aroundLabels(drawing, frame),
        ]),
  ];
  const candidates = wanted.map(({ label, shorter = [], spots, always }): Candidate<Label> => {
    const [x, y] = pxIn(fit, frame, label.at);
    const labels = [label, ...shorter.map((block) => ({ ...label, block }))];
    return { labels, x, y, spots, always };
  });
  return placeLabels(candidates, [...markBoxes, ...barred], em, boundsOf(frame, fit, exact));
}

/** Where names may stand; null under a reader's own camera in a window of unknown size. */
function boundsOf({ nominal, padding, camera }: Frame, fit: Fit, exact: boolean): Box | null {
  const { size } = nominal;
  if (exact) return { left: 0, top: 0, right: size.width, bottom: size.height - DOCUMENT_STRIP_PX };
  if (camera) return null;
  // A window of any size shows at least the frame and its padding.
  return {
    left: fit.x - padding.left,
    top: fit.y - padding.top,
    right: fit.x + fit.width + padding.right,
    bottom: fit.y + fit.height + padding.bottom - STRIP_PX,
  };
}

/** Whether a place lies in the frame, or no more than `margin` of its sides beyond. */
export const inside = (frame: Frame, at: LonLat, margin = 0): boolean =>
  shareOf(frame, at).every((share) => share > -margin && share < 1 + margin);

/** Boxes of placed labels in a frame of another size, with their spots as they are: for the test of every size. */
export function boxesAt(
  placed: readonly Placed<Label>[],
  frame: Frame,
  fit: Fit = frame.nominal,
): { label: Label; box: Box }[] {
  const em = emPx(fit.zoom);
  return placed.map(({ label, spot }) => {
    const [x, y] = pxIn(fit, frame, label.at);
    return { label, box: boxAt(x, y, blockSize(label.block, em), spot, em) };
  });
}
