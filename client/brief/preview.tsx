import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sheet } from "#domain/brief/sheet.ts";
import { drawSheet } from "./draw-sheet.ts";
import { loadSheetFonts } from "./sheet-fonts.ts";
import type { Preview } from "./use-map-picture.ts";

/** The page itself, smaller: the drawing that a file has, in fewer pixels. */
export function PagePreview({ sheet, width, preview }: { sheet: Sheet; width: number; preview: Preview }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [fonts, setFonts] = useState<Sheet | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadSheetFonts(sheet).then(() => wanted && setFonts(sheet));
    return () => {
      wanted = false;
    };
  }, [sheet]);
  const height = Math.round((width * sheet.height) / sheet.width);
  useEffect(() => {
    if (canvas.current === null || fonts !== sheet) return;
    const dense = devicePixelRatio;
    drawSheet(canvas.current, sheet, { width: width * dense, height: height * dense }, preview.map);
  }, [sheet, fonts, width, height, preview.map]);
  return (
    <div className="page-preview" aria-busy={preview.drawing} style={{ width, height }}>
      <canvas ref={canvas} role="img" aria-label={t("brief.preview", { title: sheet.title })} />
      {preview.drawing && <p className="page-drawing meta">{t("brief.drawing")}</p>}
    </div>
  );
}
