import { useTranslation } from "react-i18next";
import { LIGHTS, type LightCounts } from "#domain/light/light-state.ts";
import { LIGHT_WORDS } from "#domain/light/words.ts";
import { page } from "../data/page.ts";
import { LightMark } from "../look/light-mark.tsx";
import "./wall-lights.css";

/** How many items have each light, the worst first; nothing before the first report. */
export function WallLights({ lights }: { lights: LightCounts }) {
  const { t } = useTranslation();
  if (LIGHTS.every((color) => lights[color] === undefined)) return null;
  return (
    <section className="wall-lights" aria-label={t("wall.lights")}>
      <ul>
        {LIGHTS.toReversed().map((color) => (
          <li key={color}>
            <LightMark state={color} />
            <span>{LIGHT_WORDS[color][page.lang]}</span>
            <b>{lights[color] ?? 0}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
