import { useQueryClient } from "@tanstack/react-query";
import { page } from "../../data/page.ts";
import { useLedger } from "../../data/use-summary.ts";
import { PanelCode } from "../../panel-code.ts";
import { useView } from "../../view/use-view.ts";
import { Panel } from "../ui/panel.tsx";
import { FailedLine } from "../ui/states.tsx";

const liveCode = new PanelCode(async () => (await import("./live.tsx")).Live);

/**
 * What keeps the page live, and says when it is not. It is fetched while the server is there, and is handed what the
 * page has: code that both import would come in a file more before the map.
 */
export function LiveSlot() {
  const queries = useQueryClient();
  const asOf = useLedger(useView()).data?.asOf ?? page.asOf;
  return (
    <Panel
      code={liveCode}
      props={{ queries, asOf }}
      waiting={null}
      failed={(again) => <FailedLine onRetry={again} />}
    />
  );
}
