import type { ReactNode } from "react";

/** A table whose columns have these heads, and one without for what is done in a row. */
export function PlainTable(props: { heads: readonly string[]; hasActs?: boolean; children: ReactNode }) {
  const { heads, hasActs = false, children } = props;
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {hasActs && <td />}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
