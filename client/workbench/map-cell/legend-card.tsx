import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MapFeatures } from "#domain/query.ts";
import { type LegendEntry, legendOf } from "../../layers/legend.ts";
import { HatchSample, LineSample, PlaceMark, StageMark } from "../../map/legend-mark.tsx";
import { useLook, useView } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import "./legend.css";

type Ramp = Extract<LegendEntry, { kind: "ramp" }>;
type Mix = Extract<LegendEntry, { kind: "mix" }>;

/** Height of the map, px, from which the legend leaves the map its room; drilled in, regions lie beneath it. */
const ROOM = { overview: 520, drilled: 760, width: 560 } as const;

/** What is on the map, and nothing else. It folds: drilled in on a low screen it would cover the region. */
export function LegendCard({
  features,
  room,
}: {
  features: MapFeatures;
  room: { width: number; height: number } | null;
}) {
  const { t } = useTranslation();
  const view = useView();
  const { lang, theme } = useLook();
  // Until the reader says otherwise, the room decides; a choice holds.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const least = view.region === null ? ROOM.overview : ROOM.drilled;
  const roomy = room === null || (room.height >= least && room.width >= ROOM.width);
  const open = chosen ?? roomy;
  const entries = legendOf(view, theme, lang, features);
  const pick = <K extends LegendEntry["kind"]>(kind: K) =>
    entries.filter((entry): entry is Extract<LegendEntry, { kind: K }> => entry.kind === kind);
  const lines = pick("line");
  const marks = [...pick("place"), ...pick("stage")];
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
      {ramp && <RampSample ramp={ramp} />}
      {open && (
        <>
          {mix && <MixSample mix={mix} titled={ramp !== undefined} />}
          {lines.length + notes.length > 0 && (
            <div className="legend-group">
              <ul>
                {lines.map((entry) => (
                  <li key={entry.corridor}>
                    <LineSample kind={entry.corridor} theme={theme} />
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
                <li key={entry.label} className={entry.kind}>
                  {entry.kind === "place" ? (
                    <PlaceMark kind={entry.place} theme={theme} size={20} />
                  ) : (
                    <StageMark type={entry.type} stage={entry.stage} theme={theme} size={20} />
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

/** What is outside the classes stands beneath them: beside them it would take their labels' room. */
function RampSample({ ramp }: { ramp: Ramp }) {
  const { theme } = useLook();
  return (
    <div className="legend-ramp">
      <Classes classes={ramp.classes} />
      <ul className="legend-rest">
        <li>
          <span style={{ background: ramp.zero.color }} />
          {ramp.zero.label}
        </li>
        <li>
          <span className="hatched">
            <HatchSample theme={theme} width={24} height={10} />
          </span>
          {ramp.none}
        </li>
      </ul>
    </div>
  );
}

function MixSample({ mix, titled }: { mix: Mix; titled: boolean }) {
  return (
    <div className="legend-mix">
      {titled && <p className="meta">{mix.title}</p>}
      <Classes classes={mix.stages} />
      <ul className="legend-rest">
        <li>
          <span style={{ background: "var(--stage-unstated)" }} />
          {mix.none}
        </li>
      </ul>
    </div>
  );
}

function Classes({ classes }: { classes: Ramp["classes"] }) {
  return (
    <ul className="legend-classes">
      {classes.map(({ color, label }) => (
        <li key={color}>
          <span style={{ background: color }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
