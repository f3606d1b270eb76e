/** `over` laid on `color` with an opacity of 0 to 1; both and the answer are `#rrggbb`. */
export function blend(color: string, over: string, opacity: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => {
    const value = Math.round(channel(color, at) * (1 - opacity) + channel(over, at) * opacity);
    return value.toString(16).padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}
