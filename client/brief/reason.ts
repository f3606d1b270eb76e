import type { TFunction } from "i18next";
import { problemWords } from "#domain/brief/preflight.ts";
import type { Language } from "#domain/look/words.ts";
import { MapPictureError } from "./brief-map.ts";
import { WriteError } from "./send.ts";

/** Why a file is not there, in words; what nobody foresaw is logged. */
export function reasonOf(error: unknown, lang: Language, t: TFunction): string {
  if (error instanceof WriteError) return t(`brief.${error.why}`);
  if (error instanceof MapPictureError) {
    const { what, wayOut } = problemWords(error.problem, lang);
    return `${what}${wayOut}`;
  }
  console.error(error);
  return t("brief.server");
}
