import { useTranslation } from "react-i18next";
import { PROBLEM_WEIGHT, type Problem, problemWords, WEIGHTS } from "#domain/brief/preflight.ts";
import type { Language } from "#domain/look/words.ts";

/** What is wrong before what one should know; each with its way out. */
export function ProblemList({ problems, lang }: { problems: readonly Problem[]; lang: Language }) {
  const { t } = useTranslation();
  const sorted = problems.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <section className="brief-checks" aria-live="polite">
      <h3>{t("brief.checks")}</h3>
      {sorted.length === 0 && <p className="meta">{t("brief.checksNone")}</p>}
      <ul>
        {sorted.map((problem) => {
          const { what, wayOut } = problemWords(problem, lang);
          return (
            <li key={JSON.stringify(problem)} data-weight={PROBLEM_WEIGHT[problem.kind]}>
              <b>{t(`brief.${PROBLEM_WEIGHT[problem.kind]}`)}</b>
              <p>{what}</p>
              <p className="meta">{wayOut}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const rankOf = ({ kind }: Problem) => WEIGHTS.indexOf(PROBLEM_WEIGHT[kind]);
