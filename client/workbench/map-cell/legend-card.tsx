import { useState } from "react";
import { useTranslation } from "react-i18next";
import { viewBounds } from "#domain/measure.ts";
import { cameraForView, fitCamera, fitOf, project, type Size } from "#geo/camera.ts";
import { type LegendEntry, legendOf } from "#geo/drawn/legend.ts";
import { regions } from "../../data/regions.ts";
import { useMapContent } from "../../data/use-map-content.ts";
import { LightSample, LineSample, PlaceMark, StageMark } from "../../map/legend-mark.tsx";
import { usePanelView } from "../../view/panel-view.ts";
import { useLook } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import "./legend.css";
import { MixSample, RampSample } from "./legend-samples.tsx";

/** Size of the map, px, from which the legend leaves the map its room. */
const ROOM = { width: 560, height: 520 } as const;
/** Where the card ends, px from the map's left edge (legend.css). */
const CARD_RIGHT = 252;

/** That the region drilled into, fitted, comes under the card. How far down the card reaches is not asked. */
function covers(region: string | null, room: Size): boolean {
  if (region === null) return false;
  const { bbox, padding } = fitOf({ region }, regions);
  return project([bbox[0], bbox[3]], fitCamera(bbox, room, padding), room)[0] < CARD_RIGHT;
}

/** What is on the map, and nothing else. It folds where it would cover the region drilled into. */
export function LegendCard({ room }: { room: Size | null }) {
  const { t } = useTranslation();
  const view = usePanelView();
  const { features, progress } = useMapContent(view);
  const { lang, theme } = useLook();
  // Until the reader says otherwise, the room decides; a choice holds.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const roomy =
    room === null || (room.height >= ROOM.height && room.width >= ROOM.width && !covers(view.region, room));
  const open = chosen ?? roomy;
  const zoom = room === null ? 0 : cameraForView(view, regions, room).zoom;
  const entries = legendOf(view, { theme, lang, features, zoom, bounds: viewBounds(view, progress) });
  const pick = <K extends LegendEntry["kind"]>(kind: K) =>
    entries.filter((entry): entry is Extract<LegendEntry, { kind: K }> => entry.kind === kind);
  const lines = pick("line");
  const marks = [...pick("place"), ...pick("stage"), ...pick("light")];
  const notes = pick("note");
  const ramp = pick("ramp")[0];
  const mix = pick("mix")[0];
  const head = ramp?.title ?? mix?.title ?? t("shell.legend");
  return (
    <section className={`legend card${open ? "" : " folded"}`} aria-label={t("shell.legend")}>
      <button
        type="button"
        className="legend-head"
        aria-expanded={open}
        title={t(open ? "shell.foldLegend" : "shell.unfoldLegend")}
        onClick={() => setChosen(!open)}
      >
        <strong>{head}</strong>
        <Icon name="chevron" size={14} />
      </button>
      {ramp && <RampSample ramp={ramp} theme={theme} />}
      {open && (
        <>
          {mix && <MixSample mix={mix} titled={ramp !== undefined} />}
          {lines.length + notes.length > 0 && (
            <div className="legend-group">
              <ul>
                {lines.map((entry) => (
                  <li key={entry.label}>
                    <LineSample look={entry.look} theme={theme} />
                    {entry.label}
                  </li>
                ))}
              </ul>
              {notes.map((note) => (
                <p key={note.text} className="meta">
                  {note.text}
                </p>
              ))}
            </div>
          )}
          {marks.length > 0 && (
            <ul className="legend-group legend-marks">
              {marks.map((entry) => (
                <li key={`${entry.kind} ${entry.label}`} className={entry.kind}>
                  {entry.kind === "place" ? (
                    <PlaceMark kind={entry.place} theme={theme} size={20} />
                  ) : entry.kind === "stage" ? (
                    <StageMark type={entry.type} stage={entry.stage} theme={theme} size={20} />
                  ) : (
                    <LightSample light={entry.light} theme={theme} size={20} />
                  )}
                  {entry.label}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
