import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemType, Sector } from "#domain/item.ts";
import { explain, LIGHT_WORDS } from "#domain/light/words.ts";
import { nameIn, SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import type { MasterChange } from "#domain/months/master-data.ts";
import type { ItemDetail } from "#domain/query.ts";
import { answerTo } from "../data/ask.ts";
import { regionName } from "../data/regions.ts";
import { useUnits } from "../data/use-units.ts";
import { useLook } from "../view/use-view.ts";
import { useSay } from "../words/use-say.ts";
import "./item-light.css";
import { LightMark } from "../look/light-mark.tsx";
import { LIGHTS_UI, MASTER_WORDS } from "./light-words.ts";

/** The light of an item, where it has one, with what explains it; beneath it every item's ledger, month by month. */
export function ItemLight({ item }: { item: ItemDetail }) {
  const say = useSay();
  const { light } = item;
  const head = say(light === null ? LIGHTS_UI.historyOnly : LIGHTS_UI.head);
  return (
    <section className="item-light" aria-label={head}>
      {light !== null && <Explained light={light} />}
      <Months item={item} head={say(light === null ? LIGHTS_UI.historyOnly : LIGHTS_UI.history)} />
    </section>
  );
}

/** Rule, numbers, unit, version. */
function Explained({ light }: { light: NonNullable<ItemDetail["light"]> }) {
  const { lang } = useLook();
  const say = useSay();
  const unit =
    light.unitName === null ? null : nameIn(lang, { name: light.unitName, nameEn: light.unitNameEn });
  return (
    <p>
      <LightMark state={light.state} size={16} />
      <strong>{say(LIGHT_WORDS[light.state])}</strong>
      <span>{explain(light, lang, unit)}</span>
    </p>
  );
}

/** Asked for when it is opened. */
function Months({ item, head }: { item: ItemDetail; head: string }) {
  const { lang } = useLook();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const history = useQuery({ ...answerTo(item.noun, "history", { id: item.id }), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{head}</summary>
      {history.isPending && <p className="meta">{say(LIGHTS_UI.loading)}</p>}
      {history.isError && (
        <p className="meta" role="alert">
          {say(LIGHTS_UI.failed)}
        </p>
      )}
      <ol>
        {history.data?.toReversed().map(({ month, stage, light, changed }) => (
          <li key={month}>
            <span>{month}</span>
            <LightMark state={light?.state ?? "none"} />
            <span>
              {say(STAGE_WORDS[stage])}
              {light !== null && ` · ${say(LIGHT_WORDS[light.state])}`}
              {light?.finding && <small className="meta">{explain(light, lang)}</small>}
              {changed.map((change) => (
                <Changed key={change.field} change={change} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What of the record changed with a month. The record's own words are Chinese. */
function Changed({ change: { field, before, after } }: { change: MasterChange }) {
  const { lang } = useLook();
  const say = useSay();
  const { data: units = [] } = useUnits();
  const named = (one: string): string => {
    if (field === "regions") return regionName(one, lang);
    if (field === "type") return say(TYPE_WORDS[one as ItemType]);
    if (field === "sector") return say(SECTOR_WORDS[one as Sector]);
    const unit = field === "units" ? units.find(({ id }) => id === one) : undefined;
    return unit === undefined ? one : nameIn(lang, unit);
  };
  const words = (list: readonly string[]) => list.map(named).join(lang === "en" ? ", " : "、") || "—";
  return (
    <small className="meta">
      {say(MASTER_WORDS[field])}
      {lang === "en" ? ": " : "："}
      {words(before)} → {words(after)}
    </small>
  );
}
