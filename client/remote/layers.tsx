import type { PartProps } from "./parts.tsx";

/** Layers of the wall's map, each on or off. */
export function Layers({ told, act }: PartProps) {
  return (
    <ul className="rows" lang={told.lang}>
      {told.layers.map(({ name, label, on }) => (
        <li key={name}>
          <button
            type="button"
            role="switch"
            aria-checked={on}
            onClick={() => act({ do: "layer", layer: name, on: !on })}
          >
            <span className="name">{label}</span>
            <span className="track" />
          </button>
        </li>
      ))}
    </ul>
  );
}
