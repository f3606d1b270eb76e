import { useState } from "react";
import { useTranslation } from "react-i18next";
import { allScenes } from "#domain/wall/scene.ts";
import { defaultSeconds, STOP_SECONDS, type Stop } from "#domain/wall/tour.ts";
import { regions } from "../data/regions.ts";
import { addressWith, HOLD_MINUTES, keepTour } from "./address.ts";
import { sceneTitle } from "./scene-words.ts";

type Row = Stop & { on: boolean };

/** Every scene once: those of the tour in its order, then the rest. */
function rowsOf(tour: readonly Stop[]): Row[] {
  const chosen = new Set(tour.map(({ scene }) => scene.id));
  const rest = allScenes(regions).filter(({ id }) => !chosen.has(id));
  return [
    ...tour.map((stop) => ({ ...stop, on: true })),
    ...rest.map((scene) => ({ scene, seconds: defaultSeconds(scene), on: false })),
  ];
}

type SettingsProps = { tour: readonly Stop[]; onTour: (tour: Stop[] | null) => void; onClose: () => void };

/** The list of scenes: which, how long, in which order; for this wall, as a link, or as the screen's own. */
export function Settings({ tour, onTour, onClose }: SettingsProps) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => rowsOf(tour));
  const [said, setSaid] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const chosen: Stop[] = rows.filter(({ on }) => on).map(({ scene, seconds }) => ({ scene, seconds }));
  const change = (id: string, part: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.scene.id === id ? { ...row, ...part } : row)));
  const raise = (at: number) =>
    setRows((now) => now.toSpliced(at - 1, 2, ...now.slice(at - 1, at + 1).reverse()));
  const withChosen = (then: () => void) => () => {
    if (chosen.length === 0) setSaid(t("wall.noneChosen"));
    else then();
  };
  const copy = async () => {
    const address = addressWith(chosen);
    try {
      await navigator.clipboard.writeText(address);
      setSaid(t("wall.copied"));
    } catch {
      setSaid(t("wall.copyByHand"));
      setLink(address);
    }
  };
  return (
    <section className="wall-panel wall-settings" aria-labelledby="wall-settings-title">
      <h2 id="wall-settings-title">{t("wall.settings")}</h2>
      <p className="wall-note">{t("wall.settingsNote", { minutes: HOLD_MINUTES })}</p>
      <ol>
        {rows.map(({ scene, seconds, on }, at) => {
          const title = sceneTitle(scene, t);
          return (
            <li key={scene.id}>
              <label>
                <input
                  type="checkbox"
                  checked={on}
                  onChange={(event) => change(scene.id, { on: event.target.checked })}
                />
                {title}
              </label>
              <input
                type="number"
                aria-label={t("wall.seconds", { scene: title })}
                min={STOP_SECONDS.min}
                max={STOP_SECONDS.max}
                value={seconds}
                onChange={(event) => change(scene.id, { seconds: Number(event.target.value) })}
                onBlur={() =>
                  change(scene.id, {
                    seconds: Math.min(STOP_SECONDS.max, Math.max(STOP_SECONDS.min, Math.round(seconds))),
                  })
                }
              />
              <button
                type="button"
                aria-label={t("wall.up", { scene: title })}
                disabled={at === 0}
                onClick={() => raise(at)}
              >
                ↑
              </button>
            </li>
          );
        })}
      </ol>
      <p className="wall-settings-actions">
        <button type="button" className="wall-button first" onClick={withChosen(() => onTour(chosen))}>
          {t("wall.apply")}
        </button>
        <button type="button" className="wall-button" onClick={withChosen(() => void copy())}>
          {t("wall.copyLink")}
        </button>
        <button
          type="button"
          className="wall-button"
          onClick={withChosen(() => setSaid(t(keepTour(chosen) ? "wall.madeDefault" : "wall.notKept")))}
        >
          {t("wall.makeDefault")}
        </button>
        <button
          type="button"
          className="wall-button"
          onClick={() => {
            keepTour(null);
            onTour(null);
          }}
        >
          {t("wall.clearDefault")}
        </button>
        <button type="button" className="wall-button" onClick={onClose}>
          {t("wall.close")}
        </button>
      </p>
      <p className="wall-note" role="status">
        {said}
      </p>
      {link !== null && (
        <input className="wall-link" readOnly value={link} aria-label={t("wall.copyByHand")} />
      )}
    </section>
  );
}
