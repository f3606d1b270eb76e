import { PALETTE, PALETTE_KEYS, type Theme } from "#domain/look/palette.ts";

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function declarations(theme: Theme): string[] {
  const palette = PALETTE[theme];
  const group = (name: string, colors: Record<string, string>) =>
    Object.entries(colors).map(([key, color]) => [`${name}-${kebab(key)}`, color] as const);
  return [
    ...PALETTE_KEYS.map((key) => [kebab(key), palette[key]] as const),
    ...palette.ramp.map((color, index) => [`ramp-${index}`, color] as const),
    ...group("stage", palette.stage),
    ...group("corridor", palette.corridor),
    ...group("light", palette.light),
  ].map(([name, color]) => `  --${name}: ${color.toLowerCase()};`);
}

/**
 * The text of client/tokens.css. It is a static file because the CSP allows no inline style and the page's
 * colours are needed before any script; a test holds it against the palette.
 */
export function tokensCss(): string {
  return [
    "/* From domain/look/palette.ts by client/look/tokens.ts; a test holds the two together. */",
    ":root {",
    "  color-scheme: light;",
    ...declarations("light"),
    "}",
    "",
    ':root[data-theme="dark"] {',
    "  color-scheme: dark;",
    ...declarations("dark"),
    "}",
    "",
  ].join("\n");
}
