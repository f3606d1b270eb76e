import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { RuleSet } from "#domain/light/rules.ts";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { useMay } from "../desk/use-may.ts";
import { monthWords } from "../filing/time-words.ts";
import { OverrideLight } from "./override-light.tsx";
import { RulesForm } from "./rules-form.tsx";
import { RulesWords } from "./rules-words.tsx";
import { StandingOverrides } from "./standing-overrides.tsx";
import { inForceIn } from "./thresholds.ts";
import "../filing/entry.css";
import "../filing/filing.css";
import "./months.css";

/** What makes a light: the rules in force, what others would change, their versions, and the office's own word. */
export function Page() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const mayEdit = useMay("rule.edit");
  const mayOverride = useMay("light.override");
  const sets = useQuery(answerTo("light", "rules", undefined));
  const periods = useQuery(answerTo("period", "list", undefined));
  if (sets.data === undefined || periods.data === undefined) {
    if (!sets.isError && !periods.isError) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          void sets.refetch();
          void periods.refetch();
        }}
      />
    );
  }
  const months = periods.data
    .map(({ month }) => month)
    .sort()
    .reverse();
  const current = inForceIn(sets.data, months[0]);
  // The first was always there, and nobody wrote it.
  const lineOf = ({
    version,
    from,
    author,
    reason,
  }: Pick<RuleSet, "version" | "from" | "author" | "reason">) =>
    [
      `v${version}`,
      version > 1 && t("months.rules.fromMonth", { month: monthWords(lang, from) }),
      author,
      version === 1 ? t("months.rules.asDelivered") : reason,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <div className="filing">
      <header className="month-head">
        <h1>{t("months.rules.title")}</h1>
      </header>
      {current !== undefined && (
        <section className="months-part" aria-labelledby="in-force-title">
          <h2 id="in-force-title">
            {current.version === 1
              ? t("months.rules.inForceFirst", { version: 1 })
              : t("months.rules.inForce", {
                  version: current.version,
                  month: monthWords(lang, current.from),
                })}
          </h2>
          <RulesWords rules={current.rules} />
          {mayEdit && <RulesForm key={current.version} rules={current.rules} months={months} />}
        </section>
      )}
      {mayOverride && (
        <>
          <OverrideLight />
          <StandingOverrides />
        </>
      )}
      <section className="months-part" aria-labelledby="versions-title">
        <h2 id="versions-title">{t("months.rules.versions")}</h2>
        <ul>
          {sets.data.map(({ version, from, author, reason, rules }) => (
            <li key={version}>
              <details className="way">
                <summary>{lineOf({ version, from, author, reason })}</summary>
                <RulesWords rules={rules} />
              </details>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
