import { useTranslation } from "react-i18next";
import { PanelCode } from "../../panel-code.ts";
import { setView } from "../../view/address.ts";
import { useView } from "../../view/use-view.ts";
import { Panel } from "../ui/panel.tsx";
import { SlotDialog } from "../ui/slot-dialog.tsx";
import { SkeletonRows } from "../ui/states.tsx";

const readerCode = new PanelCode(async () => (await import("./reader.tsx")).Reader);

/** The document is opened now and then: its code comes when it is. */
export function ReaderSlot() {
  const { t } = useTranslation();
  const { reading } = useView();
  if (reading === null) return null;
  return (
    <Panel
      key={`${reading.document}:${reading.start}`}
      code={readerCode}
      props={{ reading }}
      waiting={<SkeletonRows rows={12} className="item-row placeholder" />}
      frame={(content) => (
        <SlotDialog label={t("reader.title")} className="beside" onClose={() => setView({ reading: null })}>
          {content}
        </SlotDialog>
      )}
    />
  );
}
