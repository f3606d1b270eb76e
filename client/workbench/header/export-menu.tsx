import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatView, type View } from "#domain/view.ts";
import { PanelCode } from "../../panel-code.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import { Panel } from "../ui/panel.tsx";
import { Pop } from "../ui/pop.tsx";
import { SlotDialog } from "../ui/slot-dialog.tsx";
import { SkeletonRows } from "../ui/states.tsx";

/** Pages are composed now and then: their code and fonts come when they are. */
const composerCode = new PanelCode(async () => (await import("../../brief/composer.tsx")).Composer);

/** Whole address of a view. Language and theme are spelt out, so that it opens alike for everyone. */
export function shareAddress(origin: string, path: string, view: View): string {
  const query = formatView(view);
  return `${origin}${path}${query === "" ? "" : `?${query}`}`;
}

/** Files of the ledger as the view's filter has it; the server names each by its day. */
const FILES = [
  { path: "/export/ledger.xlsx", words: "shell.exportXlsx" },
  { path: "/export/ledger.csv", words: "shell.exportCsv" },
  { path: "/export/ledger.geojson", words: "shell.exportGeojson" },
  { path: "/export/projects.oc4ids.json", words: "shell.exportOc4ids" },
] as const;

export function ExportMenu() {
  const { t } = useTranslation();
  const view = useView();
  const look = useLook();
  const [copied, setCopied] = useState<"yes" | "refused" | null>(null);
  const [composing, setComposing] = useState(false);
  const stop = () => setComposing(false);
  const whole: View = { ...view, ...look };
  const address = shareAddress(window.location.origin, "/", whole);
  const copy = async () => {
    try {
      // Off localhost the clipboard needs HTTPS; an intranet over plain HTTP has none.
      await navigator.clipboard.writeText(address);
      setCopied("yes");
    } catch {
      setCopied("refused");
    }
  };
  return (
    <>
      <Pop
        className="control primary export"
        align="end"
        button={t("shell.export")}
        label={t("shell.export")}
      >
        {(close) => (
          <div className="export-menu">
            <button
              type="button"
              className="pop-option"
              onClick={() => {
                close();
                setComposing(true);
              }}
            >
              <Icon name="page" />
              {t("shell.openBrief")}
            </button>
            <button type="button" className="pop-option" onClick={() => void copy()}>
              <Icon name={copied === "yes" ? "check" : "link"} />
              <span aria-live="polite">{t(copied === "yes" ? "shell.copied" : "shell.copyLink")}</span>
            </button>
            {copied === "refused" && (
              <label className="copy-by-hand meta">
                {t("shell.copyByHand")}
                <input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
              </label>
            )}
            <a
              className="pop-option"
              href={shareAddress("", "/overview.svg", whole)}
              target="_blank"
              rel="noreferrer"
              onClick={close}
            >
              <Icon name="picture" />
              {t("shell.openOverview")}
            </a>
            <fieldset className="export-files">
              <legend className="meta">{t("shell.exportLedger")}</legend>
              {FILES.map(({ path, words }) => (
                <a
                  key={path}
                  className="pop-option"
                  href={shareAddress("", path, whole)}
                  download
                  onClick={close}
                >
                  <Icon name="sheet" />
                  {t(words)}
                </a>
              ))}
            </fieldset>
          </div>
        )}
      </Pop>
      {composing && (
        <Panel
          code={composerCode}
          props={{ onClose: stop }}
          waiting={<SkeletonRows rows={8} className="item-row placeholder" />}
          frame={(content) => (
            <SlotDialog label={t("shell.brief")} onClose={stop}>
              {content}
            </SlotDialog>
          )}
        />
      )}
    </>
  );
}
