import type { TFunction } from "i18next";
import { type Problem, problemWords } from "#domain/brief/preflight.ts";
import type { Language } from "#domain/look/words.ts";
import { MapPictureError } from "./map-picture-error.ts";
import { WriteError } from "./send.ts";

/** Why a file is not there, in words; what nobody foresaw is logged. */
export function reasonOf(error: unknown, lang: Language, t: TFunction): string {
  if (error instanceof WriteError) {
    return error.why === "forbidden" ? sentencesOf({ kind: "mapForbidden" }, lang) : t(`brief.${error.why}`);
  }
  if (error instanceof MapPictureError) return sentencesOf(error.problem, lang);
  console.error(error);
  return t("brief.server");
}

/** What is wrong and the way out, one after the other. */
export function sentencesOf(problem: Problem, lang: Language): string {
  const { what, wayOut } = problemWords(problem, lang);
  return lang === "en" ? `${what} ${wayOut}` : `${what}${wayOut}`;
}
