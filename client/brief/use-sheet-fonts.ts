import { useEffect, useState } from "react";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { loadSheetFonts } from "./sheet-fonts.ts";

/** Whether a page's fonts have been sent for and come, and which did not. */
export type SheetFonts = { ready: boolean; problems: Problem[] };

const NONE: Problem[] = [];

export function useSheetFonts(sheet: Sheet | undefined): SheetFonts {
  const [loaded, setLoaded] = useState<{ sheet: Sheet; missing: string[] } | null>(null);
  useEffect(() => {
    if (sheet === undefined) return;
    let wanted = true;
    void loadSheetFonts(sheet).then((missing) => wanted && setLoaded({ sheet, missing }));
    return () => {
      wanted = false;
    };
  }, [sheet]);
  if (loaded === null || loaded.sheet !== sheet) return { ready: false, problems: NONE };
  const { missing } = loaded;
  return { ready: true, problems: missing.length === 0 ? NONE : [{ kind: "fontMissing", fonts: missing }] };
}
