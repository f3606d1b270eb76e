import { lazy, Suspense } from "react";
import { useView } from "../../view/use-view.ts";

const Reader = lazy(async () => ({ default: (await import("./reader.tsx")).Reader }));

/** The document is opened now and then: its code comes when it is. */
export function ReaderSlot() {
  const { reading } = useView();
  if (reading === null) return null;
  return (
    <Suspense fallback={null}>
      <Reader key={`${reading.document}:${reading.start}`} reading={reading} />
    </Suspense>
  );
}
