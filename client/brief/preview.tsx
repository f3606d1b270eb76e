import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Sheet } from "#domain/brief/sheet.ts";
import { drawSheet } from "./draw-sheet.ts";
import type { Preview } from "./use-map-picture.ts";

type Props = { sheet: Sheet; width: number; preview: Preview; fontsReady: boolean };

/** The page itself, smaller: the drawing that a file has, in fewer pixels. */
export function PagePreview({ sheet, width, preview, fontsReady }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = Math.round((width * sheet.height) / sheet.width);
  useEffect(() => {
    if (canvas.current === null || !fontsReady) return;
    canvas.current.width = width * devicePixelRatio;
    canvas.current.height = height * devicePixelRatio;
    const context = canvas.current.getContext("2d");
    if (context === null) throw new Error("brief: the browser gives no canvas to draw on");
    drawSheet(context, sheet, canvas.current, preview.map);
  }, [sheet, fontsReady, width, height, preview.map]);
  return (
    <div className="page-preview" aria-busy={preview.drawing} style={{ width, height }}>
      <canvas ref={canvas} role="img" aria-label={t("brief.preview", { title: sheet.title })} />
      {preview.drawing && <p className="page-drawing meta">{t("brief.drawing")}</p>}
    </div>
  );
}
