import { useTranslation } from "react-i18next";
import { PROBLEM_KINDS } from "#domain/report/report.ts";
import { ChoiceControl, DayControl, LineControl, TextControl } from "./controls.tsx";
import { fieldId } from "./faults.ts";
import { useForm } from "./form-context.tsx";

const NEW = { kind: null, words: "", actor: "", by: null };

/** What stands in the way, who must act and by when; none until one says so. */
export function ProblemFields() {
  const { t } = useTranslation();
  const { draft, previous, set, isReadOnly } = useForm();
  if (draft.problem === null) {
    return isReadOnly ? (
      <p className="meta wide">{t("filing.problem.none")}</p>
    ) : (
      <p className="wide">
        <button
          type="button"
          className="link"
          id="add-problem"
          onClick={() => {
            set(["problem"], NEW);
            requestAnimationFrame(() => document.getElementById(fieldId(["problem", "kind"]))?.focus());
          }}
        >
          {t("filing.problem.add")}
        </button>
      </p>
    );
  }
  // Where there was none the section says so, and not each line of it.
  const at = (part: "kind" | "actor" | "by" | "words") => {
    const path = ["problem", part];
    return { path, before: previous?.problem == null ? null : path };
  };
  const kinds = PROBLEM_KINDS.map((kind) => ({ value: kind, words: t(`filing.problemKind.${kind}`) }));
  return (
    <>
      <ChoiceControl
        {...at("kind")}
        label={t("filing.problem.kind")}
        none={t("filing.choose")}
        options={kinds}
        wasWords={(was) => kinds.find(({ value }) => value === was)?.words ?? was}
      />
      <LineControl {...at("actor")} label={t("filing.problem.actor")} most={200} />
      <DayControl {...at("by")} label={t("filing.problem.by")} />
      <TextControl {...at("words")} label={t("filing.problem.words")} />
      {!isReadOnly && (
        <p className="wide">
          <button type="button" className="link" onClick={() => set(["problem"], null)}>
            {t("filing.problem.remove")}
          </button>
        </p>
      )}
    </>
  );
}
