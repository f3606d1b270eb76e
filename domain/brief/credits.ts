import { NO_REVIEW_NUMBER } from "../look/words.ts";
import type { BriefFacts } from "./facts.ts";
import { BRIEF_WORDS } from "./words.ts";

export const reviewOf = ({ reviewNumber, lang }: BriefFacts): string =>
  reviewNumber ?? NO_REVIEW_NUMBER[lang];

/** The frozen month's id, source documents, credits of the map's data, and how the map is projected. */
export const creditsOf = (facts: BriefFacts): string => {
  const words = BRIEF_WORDS[facts.lang];
  const frozen = facts.snapshot === null ? "" : `${words.frozen(facts.snapshot)} · `;
  return `${frozen}${words.source}${[...facts.documents, ...facts.credits].join(" · ")}${facts.lang === "en" ? ". " : "。"}${words.projection}`;
};

/** What limits the page's counts, as it is said on it; empty where nothing does. */
export function filterOf({ filter, lang }: BriefFacts): string {
  if (filter.length === 0) return "";
  const { filter: head } = BRIEF_WORDS[lang];
  return lang === "en" ? `${head}: ${filter.join("; ")}` : `${head}：${filter.join("；")}`;
}
