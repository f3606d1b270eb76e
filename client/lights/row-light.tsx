import type { LightState } from "#domain/light/light-state.ts";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { LightMark } from "../look/light-mark.tsx";
import { useSay } from "../words/use-say.ts";

/** The light of a row, first in its line of words. */
export function RowLight({ state }: { state: LightState }) {
  const say = useSay();
  return (
    <span className="row-light">
      <LightMark state={state} /> {say(LIGHT_WORDS[state])}
    </span>
  );
}
