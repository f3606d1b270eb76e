/** One line of the matrix: tasks that ask the same of several units are one. */
export type MatrixLine = {
  key: string;
  title: string;
  due: string | null;
  parts: Map<string, "lead" | "help">;
  /** Whom the source means where it names no unit. */
  unnamed: string;
  /** Tasks on the line. */
  count: number;
};

export type Matrix = {
  lines: MatrixLine[];
  /** Those with a part in any task, in the order given. */
  units: string[];
  /** Tasks that each unit leads, and that it co-operates in. */
  leads: Map<string, number>;
  helps: Map<string, number>;
  /** Tasks that no unit leads. */
  unled: number;
  /** The units that lead the most, where they lead more than one: at most three. */
  heaviest: string[];
};

type Row = {
  title: string;
  due: string | null;
  lead: string | null;
  brief: { leadWords: string | null };
  parts: readonly string[];
};

/** Tasks × units. @param order ids of units as they stand beside each other */
export function matrixOf(rows: readonly Row[], order: readonly string[]): Matrix {
  const lines = new Map<string, MatrixLine>();
  const leads = new Map<string, number>();
  const helps = new Map<string, number>();
  const add = (counts: Map<string, number>, unit: string) => counts.set(unit, (counts.get(unit) ?? 0) + 1);
  for (const { title, due, lead, brief, parts } of rows) {
    const key = JSON.stringify([title, due]);
    const line = lines.get(key) ?? { key, title, due, parts: new Map(), unnamed: "", count: 0 };
    lines.set(key, line);
    line.count += 1;
    for (const unit of parts) {
      if (line.parts.get(unit) !== "lead") line.parts.set(unit, "help");
      add(helps, unit);
    }
    if (lead === null) line.unnamed = [line.unnamed, brief.leadWords ?? ""].filter(Boolean).join("、");
    else {
      line.parts.set(lead, "lead");
      add(leads, lead);
    }
  }
  const most = Math.max(0, ...leads.values());
  return {
    lines: [...lines.values()],
    units: order.filter((unit) => leads.has(unit) || helps.has(unit)),
    leads,
    helps,
    unled: rows.filter(({ lead }) => lead === null).length,
    heaviest: most < 2 ? [] : order.filter((unit) => leads.get(unit) === most).slice(0, 3),
  };
}
