import { useTranslation } from "react-i18next";
import { audit } from "../words/zh-CN/audit.ts";

type ActionWord = keyof typeof audit.actions;
type NounWord = keyof typeof audit.nouns;

export const ACTION_WORDS = Object.keys(audit.actions) as ActionWord[];
export const NOUN_WORDS = Object.keys(audit.nouns) as NounWord[];

/** Actions and nouns of the trail in words; one that has none is shown as it is written down. */
export function useAuditWords() {
  const { t } = useTranslation();
  return {
    actionWord: (action: string): string => {
      const known = ACTION_WORDS.find((one) => one === action);
      // A dot in a key would be a step down.
      return known === undefined ? action : t(`audit.actions`, { returnObjects: true })[known];
    },
    nounWord: (noun: string): string => {
      const known = NOUN_WORDS.find((one) => one === noun);
      return known === undefined ? noun : t(`audit.nouns.${known}`);
    },
  };
}
