import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import { LANGUAGES, THEMES, type View } from "#domain/view.ts";

export type Preference = { lang: Language; theme: Theme };

/** The address says, else the reader's cookie, else Chinese and light. */
export function preferenceOf(view: Pick<View, "lang" | "theme">, cookies: string | undefined): Preference {
  const kept = new Map(
    (cookies ?? "").split(";").map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [name.trim(), value.trim()];
    }),
  );
  const lang = LANGUAGES.find((language) => language === kept.get("lang"));
  const theme = THEMES.find((one) => one === kept.get("theme"));
  return { lang: view.lang ?? lang ?? "zh-CN", theme: view.theme ?? theme ?? "light" };
}
