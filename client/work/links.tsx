import { useTranslation } from "react-i18next";
import type { WorkNoun } from "#domain/work/nouns.ts";

/** An item of the ledger, on the map with its sentence. */
export function ItemLink({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation();
  return (
    <a className="link" href={`/?item=${encodeURIComponent(id)}`}>
      <span className="meta">{id}</span> <span lang="zh-CN">{title}</span>
      <span className="visually-hidden">{t("work.openItem")}</span>
    </a>
  );
}

/** Another record of the work. */
export function RecordLink(props: {
  noun: WorkNoun;
  id: string;
  number: string;
  title: string;
  onOpen: (noun: WorkNoun, id: string) => void;
}) {
  const { noun, id, number, title, onOpen } = props;
  return (
    <button type="button" className="link" onClick={() => onOpen(noun, id)}>
      {number} <span lang="zh-CN">{title}</span>
    </button>
  );
}
