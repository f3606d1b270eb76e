import { useQuery } from "@tanstack/react-query";
import { CHANGE_KINDS } from "#domain/light/changes.ts";
import { CHANGE_WORDS } from "#domain/light/words.ts";
import { answerTo } from "../data/ask.ts";
import { setView } from "../view/address.ts";
import { useView } from "../view/use-view.ts";
import { useSay } from "../words/use-say.ts";
import { LIGHTS_UI } from "./light-words.ts";
import "./time-slider.css";

/** Published months: the address follows the one chosen, the latest being none at all. Nothing while there is but one. */
export function TimeSlider() {
  const say = useSay();
  const { asOf, against } = useView();
  const months = useQuery(answerTo("month", "list", undefined)).data ?? [];
  const last = months.length - 1;
  const found = asOf === null ? last : months.findLastIndex(({ month }) => month <= asOf);
  const at = Math.max(0, found);
  const [shown, before] = [months[at], months[at - 1]];
  if (last < 1 || shown === undefined) return null;
  const go = (to: number) => {
    const month = months[Math.min(last, Math.max(0, to))]?.month ?? null;
    setView({ asOf: month === months[last]?.month ? null : month }, { replace: true });
  };
  /** An address may name a month that was never published. */
  const isListed = (month: string | null): month is string => months.some((one) => one.month === month);
  const [frozen] = shown.snapshots;
  return (
    <section className="time-slider card" aria-label={say(LIGHTS_UI.month)}>
      <div>
        <button
          type="button"
          className="control square plain"
          aria-label={say(LIGHTS_UI.before)}
          disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          ‹
        </button>
        <input
          type="range"
          aria-label={say(LIGHTS_UI.slider)}
          aria-valuetext={shown.month}
          min={0}
          max={last}
          value={at}
          onChange={(event) => go(Number(event.target.value))}
        />
        <button
          type="button"
          className="control square plain"
          aria-label={say(LIGHTS_UI.after)}
          disabled={at === last}
          onClick={() => go(at + 1)}
        >
          ›
        </button>
        <strong>{shown.month}</strong>
        {at === last && <span className="meta">{say(LIGHTS_UI.latest)}</span>}
        {frozen && (
          <span className="chip" title={`${frozen.id} sha256:${frozen.hash}`}>
            {say(LIGHTS_UI.frozen)} v{frozen.version}
          </span>
        )}
      </div>
      {before && (
        <Changes
          from={isListed(against) && against !== shown.month ? against : before.month}
          to={shown.month}
          months={months.map(({ month }) => month)}
          onChoose={(month) => setView({ against: month === before.month ? null : month }, { replace: true })}
        />
      )}
    </section>
  );
}

type ChangesProps = {
  from: string;
  to: string;
  /** Those that `from` is chosen of. */
  months: readonly string[];
  onChoose: (month: string) => void;
};

/** What turned red, recovered, came or moved against another month, in words: the one before unless one is chosen. */
function Changes({ from, to, months, onChoose }: ChangesProps) {
  const say = useSay();
  const changes = useQuery(answerTo("light", "changes", { from, to })).data;
  const kinds = CHANGE_KINDS.filter((kind) => changes?.counts[kind] !== undefined);
  return (
    <div className="time-changes meta">
      <label>
        {say(LIGHTS_UI.against)}
        <select value={from} onChange={(event) => onChoose(event.target.value)}>
          {months.toReversed().map((month) => month !== to && <option key={month}>{month}</option>)}
        </select>
      </label>
      <span role="status">
        {changes &&
          (kinds.length === 0
            ? say(LIGHTS_UI.unchanged)
            : kinds.map((kind) => `${say(CHANGE_WORDS[kind])} ${changes.counts[kind]}`).join(" · "))}
      </span>
    </div>
  );
}
