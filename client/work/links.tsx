import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { Fact } from "./fact.tsx";

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

/** The projects and policies that a record is about, in a list of facts. */
export function ItemFacts({ items }: { items: readonly { id: string; title: string }[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Fact name={t("work.items")}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <ItemLink {...item} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}

/** Another record of the work. */
export function RecordLink(props: {
  noun: WorkNoun;
  id: string;
  number: string;
  title: string;
  onOpen: (noun: WorkNoun, id: string) => void;
  /** What is said in the title's place. */
  children?: ReactNode;
}) {
  const { noun, id, number, title, onOpen, children } = props;
  return (
    <button type="button" className="link" onClick={() => onOpen(noun, id)}>
      {number} {children ?? <span lang="zh-CN">{title}</span>}
    </button>
  );
}
