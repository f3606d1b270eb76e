import { type ReactNode, useId } from "react";

/** One part of a page: its name at the left, what it is at the right. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="fact" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <div>{children}</div>
    </section>
  );
}
