import { encode } from "uqr";

/** Modules of white all around, which a reader needs to find the code. */
const QUIET = 4;

/** A text as QR code: dark on white in every theme, for not every reader knows it otherwise. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const side = size + 2 * QUIET;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={qrPath(data)} fill="#0a1a33" transform={`translate(${QUIET} ${QUIET})`} />
    </svg>
  );
}

/** Dark modules of each row, those that touch as one. */
export const qrPath = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1]) return "";
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join("");
