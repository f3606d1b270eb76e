import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explain, LIGHT_WORDS } from "#domain/light/words.ts";
import { nameIn, STAGE_WORDS } from "#domain/look/words.ts";
import type { ItemDetail } from "#domain/query.ts";
import { answerTo } from "../data/ask.ts";
import { useLook } from "../view/use-view.ts";
import { useSay } from "../words/use-say.ts";
import "./item-light.css";
import { LightMark } from "../look/light-mark.tsx";
import { LIGHTS_UI } from "./light-words.ts";

/** The light of an item with what explains it: rule, numbers, unit, version; beneath it month by month. */
export function ItemLight({ item }: { item: ItemDetail }) {
  const { lang } = useLook();
  const say = useSay();
  const { light } = item;
  if (light === null) return null;
  const unit =
    light.unitName === null ? null : nameIn(lang, { name: light.unitName, nameEn: light.unitNameEn });
  return (
    <section className="item-light" aria-label={say(LIGHTS_UI.head)}>
      <p>
        <LightMark state={light.state} size={16} />
        <strong>{say(LIGHT_WORDS[light.state])}</strong>
        <span>{explain(light, lang, unit)}</span>
      </p>
      <Months item={item} />
    </section>
  );
}

/** Asked for when it is opened. */
function Months({ item }: { item: ItemDetail }) {
  const { lang } = useLook();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const history = useQuery({ ...answerTo(item.noun, "history", { id: item.id }), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(LIGHTS_UI.history)}</summary>
      {history.isPending && <p className="meta">{say(LIGHTS_UI.loading)}</p>}
      {history.isError && (
        <p className="meta" role="alert">
          {say(LIGHTS_UI.failed)}
        </p>
      )}
      <ol>
        {history.data?.toReversed().map(({ month, stage, light }) => (
          <li key={month}>
            <span>{month}</span>
            <LightMark state={light?.state ?? "none"} />
            <span>
              {say(STAGE_WORDS[stage])}
              {light !== null && ` · ${say(LIGHT_WORDS[light.state])}`}
              {light?.finding && <small className="meta">{explain(light, lang)}</small>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
