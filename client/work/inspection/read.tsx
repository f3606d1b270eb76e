import { useTranslation } from "react-i18next";
import { type Finding, rectificationOf } from "#domain/work/inspection.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { FileLinks } from "../../filing/file-links.tsx";
import { dayWords } from "../../filing/time-words.ts";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { ItemFacts } from "../links.tsx";
import { PartFacts } from "../part-facts.tsx";
import type { WorkNames } from "../use-work-names.ts";

/** How near the map is shown where a finding lies. */
const ZOOM = 9;

/** Who was inspected, what was found, and how far each finding is put right. */
export function InspectionRead({ read, names, onOpen }: ReadOf<"inspection">) {
  const { kind, lead, inspectors, units, from, until, findings } = read.work.content;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  // What was called off has let go of its files.
  const holder = read.work.state === "cancelled" ? null : read.work.id;
  const days = [from, until].flatMap((day) => (day === null ? [] : [dayWords(lang, day)]));
  return (
    <dl className="work-facts-list">
      <Fact name={t("work.field.inspectionKind")}>{t(`work.inspectionKind.${kind}`)}</Fact>
      <Fact name={t("work.field.inspecting")}>
        {lead === null ? t("work.noLead") : names.unit(lead)}
        {inspectors !== "" && <span lang="zh-CN">{inspectors}</span>}
      </Fact>
      <Fact name={t("work.field.heldOn")}>{days.join(" – ")}</Fact>
      <Fact name={t("work.field.units")}>{units.map((unit) => names.unit(unit)).join("、")}</Fact>
      <Fact name={t("work.field.findings")}>
        {findings.length === 0 ? (
          t("work.noFindings")
        ) : (
          <PartFacts
            parts={findings}
            related={read.related}
            names={names}
            onOpen={onOpen}
            stateOf={(task) => (
              <span className={`filing-state ${task?.state ?? "draft"}`}>
                {t(`work.rectification.${rectificationOf(task)}`)}
              </span>
            )}
          >
            {(finding) => <Evidence holder={holder} finding={finding} names={names} />}
          </PartFacts>
        )}
      </Fact>
      <ItemFacts items={read.items} />
      <Fact name={t("work.paper")}>
        <a className="link" href={`/export/inspection.docx?inspection=${read.work.id}`} download>
          {t("work.inspectionPaper")}
        </a>
      </Fact>
    </dl>
  );
}

function Evidence(props: { holder: string | null; finding: Finding; names: WorkNames }) {
  const { holder, finding, names } = props;
  const { t } = useTranslation();
  const { evidence, region, at, files = [] } = finding;
  return (
    <>
      {evidence !== "" && (
        <p className="work-text">
          <span className="meta">{t("work.field.evidence")} </span>
          <span lang="zh-CN">{evidence}</span>
        </p>
      )}
      {files.length > 0 && (
        <p className="work-facts">
          <span className="meta">{t("work.field.files")}</span>
          <FileLinks holder={holder} files={files} />
        </p>
      )}
      {region !== null && (
        <p>
          <a
            className="link"
            href={`/?region=${region}${at === null ? "" : `&at=${ZOOM}/${at[1]}/${at[0]}`}`}
          >
            {names.region(region)}
            {at !== null && ` ${at[0]}, ${at[1]}`}
            <span className="visually-hidden">{t("work.openItem")}</span>
          </a>
        </p>
      )}
    </>
  );
}
