import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { nameIn } from "#domain/look/words.ts";
import {
  missingIn,
  type NamedSpan,
  spanBefore,
  spanOf,
  spansOf,
  zSpanName,
} from "#domain/months/named-span.ts";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { monthWords } from "../filing/time-words.ts";
import { usePageSearch } from "../filing/use-page-search.ts";
import { SummaryTables } from "./summary-tables.tsx";
import { useSpanWords } from "./use-span-words.ts";
import "../filing/entry.css";
import "../filing/filing.css";
import "./months.css";

const RULES = ["investment", "stages", "last", "worst", "reports", "items"] as const;

/** Several months as one: a quarter or a half-year, beside the one before, with the rules by which they are summed. */
export function Page() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const spanWords = useSpanWords();
  const [search, show] = usePageSearch(["span", "region"]);
  const months = useQuery(answerTo("month", "list", undefined));
  const regions = useQuery(answerTo("region", "list", undefined));
  const both = [months, regions];
  if (months.data === undefined || regions.data === undefined) {
    if (!both.some(({ isError }) => isError)) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          for (const one of both) void one.refetch();
        }}
      />
    );
  }
  const published = months.data.map(({ month }) => month);
  const [quarters, halves] = [spansOf("quarter", published), spansOf("half", published)];
  const whole = quarters.find((one) => missingIn(one, published).length === 0);
  const span = zSpanName.safeParse(search.span).success ? spanOf(search.span ?? "") : (whole ?? quarters[0]);
  if (span === undefined) return <p className="state">{t("months.summary.nothing")}</p>;
  const leagues = regions.data.filter(({ level }) => level === "league");
  const region = leagues.find(({ code }) => code === search.region)?.code;
  const groups = [
    { kind: "quarter", spans: quarters },
    { kind: "half", spans: halves },
  ] as const;
  return (
    <div className="filing">
      <header className="month-head">
        <h1>{t("months.summary.title")}</h1>
        <div className="month-acts">
          <label>
            <span className="visually-hidden">{t("months.summary.span")}</span>
            <select
              className="entry"
              value={span.name}
              onChange={({ target }) => show({ span: target.value })}
            >
              {groups.map(({ kind, spans }) => (
                <optgroup key={kind} label={t(`months.summary.${kind}`)}>
                  {spans.map((one) => (
                    <option key={one.name} value={one.name}>
                      {spanWords(one)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <label>
            <span className="visually-hidden">{t("months.summary.region")}</span>
            <select
              className="entry"
              value={region ?? ""}
              onChange={({ target }) => show({ region: target.value || null })}
            >
              <option value="">{t("months.summary.whole")}</option>
              {leagues.map((one) => (
                <option key={one.code} value={one.code}>
                  {nameIn(lang, one)}
                </option>
              ))}
            </select>
          </label>
          <a className="control" href={paperOf(span, region)} download>
            {t("months.summary.paper")}
          </a>
        </div>
      </header>
      <Figures span={span} region={region} published={published} />
      <section className="months-part" aria-labelledby="rules-title">
        <h2 id="rules-title">{t("months.summary.rules")}</h2>
        <ul className="summary-rules">
          {RULES.map((rule) => (
            <li key={rule}>{t(`months.summary.rule.${rule}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The same span as an official document. */
const paperOf = ({ name }: NamedSpan, region: string | undefined): string =>
  `/export/circular.docx?period=${name}${region === undefined ? "" : `&regions=${region}`}`;

function Figures(props: { span: NamedSpan; region: string | undefined; published: readonly string[] }) {
  const { span, region, published } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const before = spanBefore(span);
  const filter = region === undefined ? {} : { filter: { regions: [region] } };
  const now = useQuery(answerTo("month", "summary", { from: span.from, to: span.to, ...filter }));
  const earlier = useQuery(answerTo("month", "summary", { from: before.from, to: before.to, ...filter }));
  if (now.data === undefined || earlier.data === undefined) {
    if (!now.isError && !earlier.isError) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          void now.refetch();
          void earlier.refetch();
        }}
      />
    );
  }
  const missing = missingIn(span, published);
  const last = now.data.months.at(-1);
  return (
    <>
      <p className="summary-months">
        {t("months.summary.months", { count: now.data.months.length })}
        {last !== undefined && ` · ${t("months.summary.asOf", { month: monthWords(lang, last) })}`}
        {missing.length > 0 &&
          ` · ${t("months.summary.missing", {
            months: new Intl.ListFormat(lang).format(missing.map((month) => monthWords(lang, month))),
          })}`}
      </p>
      {last === undefined ? (
        <p className="state">{t("months.summary.none")}</p>
      ) : (
        <SummaryTables now={now.data} span={span} earlier={earlier.data} before={before} />
      )}
    </>
  );
}
