import type { Theme } from "#domain/look/palette.ts";
import type { LegendEntry } from "#geo/drawn/legend.ts";
import { HatchSample } from "../../map/legend-mark.tsx";

type Ramp = Extract<LegendEntry, { kind: "ramp" }>;
type Mix = Extract<LegendEntry, { kind: "mix" }>;

/** What is outside the classes stands beneath them: beside them it would take their labels' room. */
export function RampSample({ ramp, theme }: { ramp: Ramp; theme: Theme }) {
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
      {ramp.n !== null && <p className="meta">{ramp.n}</p>}
    </div>
  );
}

export function MixSample({ mix, titled }: { mix: Mix; titled: boolean }) {
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
