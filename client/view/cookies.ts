import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";

const YEAR_S = 365 * 24 * 60 * 60;

/** The reader's own choice, for addresses that name none; the server reads it for the first picture. */
export function rememberChoice(choice: { lang: Language } | { theme: Theme }): void {
  for (const [name, value] of Object.entries(choice)) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs HTTPS, which an intranet may lack
    document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
  }
}
