import { useTranslation } from "react-i18next";
import type { PublicationKind } from "#domain/work/publication.ts";

/** Such as 简报 2012 年第 3 期; the year is known once it is published. */
export function KindAndIssue(props: { kind: PublicationKind; issue: number | null; year: string | null }) {
  const { kind, issue, year } = props;
  const { t } = useTranslation();
  return (
    <>
      <span>{t(`work.publicationKind.${kind}`)}</span>
      {issue !== null && (
        <span>{year === null ? t("work.issue", { issue }) : t("work.issueOf", { issue, year })}</span>
      )}
    </>
  );
}
