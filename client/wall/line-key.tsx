import { CORRIDOR_WORDS } from "#domain/look/words.ts";
import { CORRIDOR_KINDS } from "#domain/place.ts";
import type { View } from "#domain/view.ts";
import { CORRIDOR_LAYER } from "#domain/wall/scene.ts";
import type { DrawnCorridor } from "#geo/drawn/corridors.ts";
import { page } from "../data/page.ts";
import { LineSample } from "../map/legend-mark.tsx";

const { lang, theme } = page;

type LineKeyProps = { view: Pick<View, "layers">; corridors: readonly DrawnCorridor[] };

/** What each kind of line on the map is, at the map's foot: from so far not every line has room for its name. */
export function LineKey({ view, corridors }: LineKeyProps) {
  const kinds = CORRIDOR_KINDS.filter(
    (kind) =>
      view.layers.includes(CORRIDOR_LAYER[kind]) &&
      corridors.some((one) => one.kind === kind && one.group === "seed"),
  );
  return (
    <ul className="wall-key">
      {kinds.map((kind) => (
        <li key={kind}>
          <LineSample look={{ kind, later: false }} theme={theme} />
          {CORRIDOR_WORDS[kind][lang]}
        </li>
      ))}
    </ul>
  );
}
