import { choiceOf, type LightChoice, type LightState } from "#domain/light/light-state.ts";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { LIGHT_SHAPE } from "#domain/look/marks.ts";
import type { Language } from "#domain/look/words.ts";
import "./light-mark.css";

/** Beside its words it says nothing of its own to a screen reader; `label` where no words stand beside it. */
export function LightMark({
  state,
  size = 12,
  label,
}: {
  state: LightState | LightChoice;
  size?: number | undefined;
  label?: string;
}) {
  const choice = state === "none" ? state : choiceOf(state);
  const mark = (
    <svg
      className="light-mark"
      data-light={choice}
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
    >
      <path d={LIGHT_SHAPE[choice]} />
    </svg>
  );
  if (label === undefined) return mark;
  return (
    <span role="img" aria-label={label}>
      {mark}
    </span>
  );
}

/** A light as mark and word; null is an item that nobody files for. */
export function LightLabel({ state, lang }: { state: LightState | null; lang: Language }) {
  return (
    <span className="light-label">
      <LightMark state={state ?? "none"} />
      <span>{state === null ? "—" : LIGHT_WORDS[state][lang]}</span>
    </span>
  );
}
