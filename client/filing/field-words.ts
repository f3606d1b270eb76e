import type { TFunction } from "i18next";
import type { Language } from "#domain/look/words.ts";
import { STAGE_WORDS } from "#domain/look/words.ts";
import { valueAt } from "#domain/report/differences.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import type { Field } from "./fields.ts";

/** A field's name as a table of fields says it. */
export function fieldLabel(t: TFunction, field: Field): string {
  const [first, span, kind] = field;
  if (first === "investment" && span !== undefined && kind !== undefined) {
    return t("filing.money", { span: t(`filing.span.${span}`), kind: t(`filing.kind.${kind}`) });
  }
  return t(`filing.field.${first as Exclude<typeof first, "investment">}`);
}

/** A field's value in words; empty where nothing is said. */
export function fieldWords(t: TFunction, lang: Language, field: Field, content: ReportDraft): string {
  switch (field[0]) {
    case "stage":
      return content.stage === null ? "" : STAGE_WORDS[content.stage][lang];
    case "plannedPercent":
    case "actualPercent": {
      const percent = content[field[0]];
      return percent === null ? "" : `${percent}%`;
    }
    case "investment": {
      const amount = valueAt(content, [...field]);
      return typeof amount === "string" ? t("filing.wan", { amount }) : "";
    }
    case "milestones":
      return content.milestones
        .map(({ name, plannedOn, actualOn }) =>
          t("filing.milestone.line", { name, planned: plannedOn ?? "—", actual: actualOn ?? "—" }),
        )
        .join("\n");
    case "problem": {
      const { problem } = content;
      if (problem === null) return "";
      const kind = problem.kind === null ? "—" : t(`filing.problemKind.${problem.kind}`);
      return t("filing.problem.line", {
        kind,
        words: problem.words,
        actor: problem.actor,
        by: problem.by ?? "—",
      });
    }
    case "attachments":
      return content.attachments.map(({ name }) => name).join("\n");
    default: {
      const value = valueAt(content, [...field]);
      return typeof value === "string" ? value : "";
    }
  }
}
