/** A blend of two `#RRGGBB` colours in sRGB, as a veil of opacity `share` of `over` laid on `under`. */
export function blend(under: string, over: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const low = channel(under, at);
    return Math.round(low + (channel(over, at) - low) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

/** The colour with an opacity from 0 to 1. */
export function withAlpha(color: string, alpha: number): string {
  return `rgba(${channel(color, 1)}, ${channel(color, 3)}, ${channel(color, 5)}, ${alpha})`;
}

function channel(color: string, at: number): number {
  const value = Number.parseInt(color.slice(at, at + 2), 16);
  if (Number.isNaN(value)) throw new Error(`colour ${color}: expected #RRGGBB`);
  return value;
}
