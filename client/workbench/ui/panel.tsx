import { type ReactNode, Suspense, useState } from "react";
import { Boundary } from "../../boundary.tsx";
import type { PanelCode } from "../../panel-code.ts";
import { Failed } from "./states.tsx";

type SlotProps<Props extends object> = {
  code: PanelCode<Props>;
  /** The panel's own. */
  props: Props;
  /** Stands until the code is here. */
  waiting: ReactNode;
};
type PanelProps<Props extends object> = SlotProps<Props> & {
  /** Round what stands for the panel, waiting or failed. */
  frame?: (content: ReactNode) => ReactNode;
  failed?: (again: () => void) => ReactNode;
  onBroken?: () => void;
};

/** A panel whose code comes apart from the page's: it waits, fails and is tried again by itself. */
export function Panel<Props extends object>({
  code,
  props,
  waiting,
  frame = (content) => content,
  failed = (again) => <Failed onRetry={again} />,
  onBroken,
}: PanelProps<Props>) {
  const framed = frame(waiting);
  return (
    <Boundary waiting={framed} failed={(again) => frame(failed(again))} onBroken={onBroken}>
      <Slot code={code} props={props} waiting={framed} />
    </Boundary>
  );
}

function Slot<Props extends object>({ code, props, waiting }: SlotProps<Props>) {
  // The same one while it stands, also once the code is here.
  const [Shown] = useState(() => code.component());
  return (
    <Suspense fallback={waiting}>
      <Shown {...props} />
    </Suspense>
  );
}
