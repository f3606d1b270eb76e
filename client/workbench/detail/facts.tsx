import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Basis } from "#domain/item.ts";
import { BASIS_WORDS, figureUnitIn, nameIn, remarkIn } from "#domain/look/words.ts";
import type { ItemDetail } from "#domain/query.ts";
import { regionName } from "../../data/regions.ts";
import { setView } from "../../view/address.ts";
import { drillTo } from "../../view/drill.ts";
import { useLook } from "../../view/use-view.ts";
import { useSay } from "../../words/use-say.ts";
import { Remark } from "../ui/remark.tsx";
import { periodWords } from "./period-words.ts";

/** What the text states and what is read into it look different (truth rule 3). */
export function BasisChip({ basis }: { basis: Basis }) {
  const say = useSay();
  return <span className={`chip${basis === "inferred" ? " inferred" : ""}`}>{say(BASIS_WORDS[basis])}</span>;
}

export function Facts({ item }: { item: ItemDetail }) {
  const { t } = useTranslation();
  const { lang } = useLook();
  const date = (iso: string) =>
    new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  const titled = ({ note, noteEn }: { note: string | null; noteEn?: string }) =>
    note === null ? undefined : remarkIn(lang, note, noteEn).text;
  const units = (role: "responsible" | "counterpart") => item.units.filter((unit) => unit.role === role);
  return (
    <dl className="facts">
      <Fact name={t("detail.regions")}>
        {item.regions.map((region) => (
          <span key={region.code} className="fact">
            <button
              type="button"
              className="fact-link"
              onClick={() => setView({ ...drillTo(region.code), item: item.id })}
            >
              {regionName(region.code, lang)}
            </button>
            <BasisChip basis={region.basis} />
          </span>
        ))}
      </Fact>
      <UnitFact name={t("detail.responsible")} units={units("responsible")} />
      <UnitFact name={t("detail.counterpart")} units={units("counterpart")} />
      {item.figures.length > 0 && (
        <Fact name={t("detail.figures")}>
          {item.figures.map((figure) => (
            <span key={`${figure.words}${figure.period}`} className="fact" title={titled(figure)}>
              <span className="serif">
                <span lang="zh-CN">{figure.words}</span>
                {figure.kind === "derived" && <Worked figure={figure} />}
                {figure.period !== null && t("detail.figurePeriod", { period: periodWords(figure.period) })}
              </span>
              {figure.kind === "derived" && <BasisChip basis="inferred" />}
            </span>
          ))}
        </Fact>
      )}
      {item.dates.length > 0 && (
        <Fact name={t("detail.dates")}>
          {item.dates.map((one) => (
            <span key={`${one.words}${one.kind}`} className="fact" title={titled(one)}>
              <span>
                <span lang="zh-CN">{one.words}</span>
                {one.due !== null && t("detail.due", { date: date(one.due) })}
              </span>
              {one.basis === "inferred" && <span className="chip inferred">{t("detail.dueInferred")}</span>}
            </span>
          ))}
        </Fact>
      )}
      <PlaceFacts item={item} />
      {item.note !== null && (
        <Fact name={t("detail.note")}>
          <span className="meta">
            <Remark text={item.note} english={item.noteEn} />
          </span>
        </Fact>
      )}
    </dl>
  );
}

/** What was worked out from the source's words: they do not have this number (truth rule 1). */
function Worked({ figure: { value, unit } }: { figure: ItemDetail["figures"][number] }) {
  const { lang } = useLook();
  if (value === null) return null;
  const worded = figureUnitIn(lang, unit);
  return (
    <>
      {" = "}
      <span lang={worded.lang}>
        {new Intl.NumberFormat(lang).format(value)}
        {worded.text}
      </span>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function UnitFact({ name, units }: { name: string; units: ItemDetail["units"] }) {
  const { lang } = useLook();
  if (units.length === 0) return null;
  return (
    <Fact name={name}>
      {units.map((unit) => (
        <span key={unit.unit} className="fact" title={unit.words === unit.name ? undefined : unit.words}>
          {nameIn(lang, unit)}
          {unit.basis === "inferred" && <BasisChip basis="inferred" />}
        </span>
      ))}
    </Fact>
  );
}

/** Places and routes with how far off they may be; what is uncertain says so (truth rule 5). */
function PlaceFacts({ item }: { item: ItemDetail }) {
  const { t } = useTranslation();
  const { lang } = useLook();
  const { marks, lines, note, noteEn } = item.geometry;
  const doubtful = (confidence: string) => confidence === "low" || confidence === "very_low";
  return (
    <>
      {marks.length > 0 && (
        <Fact name={t("detail.places")}>
          {marks.map((mark) => (
            <span key={mark.id} className="fact">
              {t("detail.placeError", { name: nameIn(lang, mark), km: mark.errorKm })}
              <BasisChip basis="inferred" />
              {doubtful(mark.confidence) && <span className="chip inferred">{t("detail.unverified")}</span>}
            </span>
          ))}
        </Fact>
      )}
      {lines.length > 0 && (
        <Fact name={t("detail.route")}>
          {lines.map((line) => (
            <span key={line.id} className="fact" title={nameIn(lang, line)}>
              {lines.length > 1 && <span>{nameIn(lang, line)}</span>}
              {t(line.schematic ? "detail.routeError" : "detail.routeExact", { km: line.errorKm })}
              <BasisChip basis="inferred" />
              {doubtful(line.confidence) && <span className="chip inferred">{t("detail.unverified")}</span>}
            </span>
          ))}
        </Fact>
      )}
      {marks.length === 0 && lines.length === 0 && (
        <Fact name={t("detail.places")}>
          <span className="fact">{t("detail.areaOnly")}</span>
        </Fact>
      )}
      {note !== null && (
        <Fact name={t("detail.placeNote")}>
          <span className="meta">
            <Remark text={note} english={noteEn} />
          </span>
        </Fact>
      )}
    </>
  );
}
