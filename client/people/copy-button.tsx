import { useState } from "react";
import { useTranslation } from "react-i18next";

type How = "copy" | "copied" | "copyFailed";

/** Copies a text, and says whether it did: on plain HTTP a browser has no clipboard for pages. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const [how, setHow] = useState<How>("copy");
  return (
    <>
      <button
        type="button"
        className="control"
        onClick={async () => setHow((await copied(text)) ? "copied" : "copyFailed")}
      >
        {t(how === "copied" ? "people.copied" : "people.copy")}
      </button>
      <span className={how === "copyFailed" ? "meta" : "visually-hidden"} role="status">
        {how === "copy" ? "" : t(`people.${how}`)}
      </span>
    </>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByHand(text);
  }
}

/** What `execCommand` is still for: intranets without TLS. */
function copiedByHand(text: string): boolean {
  const area = document.createElement("textarea");
  const before = document.activeElement;
  area.value = text;
  area.style.position = "fixed";
  // Inside a dialog that keeps the focus, what is outside could not be selected.
  (before?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
