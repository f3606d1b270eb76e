const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\/(\d+)/, "Edge"],
  [/\bQQBrowser\/(\d+)/, "QQ"],
  [/\b360SE\b|\bQihoo/, "360"],
  [/\bFirefox\/(\d+)/, "Firefox"],
  [/\b(?:Headless)?Chrome\/(\d+)/, "Chrome"],
  [/\bVersion\/(\d+).*Safari/, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bWindows\b/, "Windows"],
  [/\bAndroid\b/, "Android"],
  [/\biPhone|iPad\b/, "iOS"],
  [/\bMac OS X\b/, "macOS"],
  [/\bUOS\b/, "UOS"],
  [/\bKylin\b/i, "Kylin"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser calls itself, as a person would: `Chrome 140 · Windows`; null where nothing of it is known. */
export function deviceOf(agent: string): string | null {
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent));
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  const version = browser?.[0].exec(agent)?.[1];
  const parts = [browser && [browser[1], version].filter(Boolean).join(" "), system].filter(Boolean);
  return parts.length === 0 ? null : parts.join(" · ");
}
