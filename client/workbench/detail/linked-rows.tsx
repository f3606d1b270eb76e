import { useTranslation } from "react-i18next";
import type { ItemDetail, ItemRow } from "#domain/query.ts";
import { pointAtItem, setHovered } from "../../view/hover.ts";
import { pickItem } from "../../view/pick-item.ts";
import { ItemRowContent } from "../list/item-row.tsx";

export function RowButton({ row, onChoose }: { row: ItemRow; onChoose: () => void }) {
  return (
    <button
      type="button"
      className="item-row linked"
      onClick={onChoose}
      onPointerEnter={() => pointAtItem(row)}
      onPointerLeave={() => setHovered(null)}
    >
      <ItemRowContent row={row} />
    </button>
  );
}

const RELATIONS = ["source-of", "fed-by", "plan-for", "planned-by"] as const;
const relationOf = (kind: string) => RELATIONS.find((one) => one === kind);

/** What an item contains, is part of, or hangs together with; each a way there. */
export function LinkedRows({ item }: { item: ItemDetail }) {
  const { t } = useTranslation();
  const { parent } = item;
  return (
    <>
      {parent !== null && (
        <button type="button" className="link parent-link" onClick={() => pickItem(parent)}>
          {t("detail.openParent", { id: parent })}
        </button>
      )}
      {item.childRows.length > 0 && (
        <section className="linked-rows" aria-label={t("detail.children")}>
          <h4>{t("detail.children")}</h4>
          {item.childRows.map((row) => (
            <RowButton key={row.id} row={row} onChoose={() => pickItem(row.id)} />
          ))}
        </section>
      )}
      {item.relationRows.map(({ kind, row }) => {
        const relation = relationOf(kind);
        const name = relation ? t(`detail.relation-${relation}`) : kind;
        return (
          <section key={`${kind}${row.id}`} className="linked-rows" aria-label={name}>
            <h4>{name}</h4>
            <RowButton row={row} onChoose={() => pickItem(row.id)} />
          </section>
        );
      })}
    </>
  );
}
