import type { ExpressionSpecification, SymbolLayerSpecification } from "maplibre-gl";
import type { Palette } from "#domain/look/palette.ts";
import { atItsZoom } from "./mark.ts";
import { drawnAs, LEDGER } from "./scene.ts";
import { face } from "./type.ts";

export type Layout = NonNullable<SymbolLayerSpecification["layout"]>;
export type Paint = NonNullable<SymbolLayerSpecification["paint"]>;

export function ledgerLabel(
  id: string,
  draws: string[],
  layout: Layout,
  paint: Paint,
  minzoom?: number,
): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source: LEDGER,
    filter: ["all", drawnAs(...draws), atItsZoom],
    ...(minzoom === undefined ? {} : { minzoom }),
    layout,
    paint,
  };
}

export const halo = (palette: Palette, width: number): Paint => ({
  "text-halo-color": palette.halo,
  "text-halo-width": width,
  "text-halo-blur": 0.4,
});
/** Text made of parts, each at a size relative to the label's own; the lighter parts in regular weight. */
export type Part = { text: ExpressionSpecification | string; scale?: number };
export function parts(...all: Part[]): ExpressionSpecification {
  const regular = ["literal", face("regular")];
  const written = all.flatMap(({ text, scale }) => [
    text,
    scale === undefined ? {} : { "font-scale": scale, "text-font": regular },
  ]);
  return ["format", ...written] as unknown as ExpressionSpecification;
}

export const NAME: ExpressionSpecification = ["get", "name"];

/** Beside a mark: right, left, below, above. */
export const BESIDE: Layout = {
  "text-variable-anchor": ["left", "right", "top", "bottom"],
  "text-justify": "auto",
};
