import { useEffect, useRef, useState } from "react";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import type { MapContent } from "../map/map-props.ts";
import { BriefMap, type MapPicture, MapPictureError } from "./brief-map.ts";

/** Takes the picture while it stands: the next drawing has the same canvas. */
type Use<T> = (picture: MapPicture) => T | Promise<T>;
export type DrawMap = <T>(map: Sheet["map"], ratio: number, use: Use<T>) => Promise<T>;

/** One hidden map for as long as a page is composed; drawings wait for one another. */
export function useBriefMap(content: MapContent): DrawMap {
  const map = useRef<BriefMap | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    // What is drawn depends on it: another view is another map.
    void content;
    return () => {
      map.current?.remove();
      map.current = null;
    };
  }, [content]);
  return (frame, ratio, use) => {
    const drawn = last.current.then(async () => {
      map.current ??= new BriefMap(content);
      try {
        return await use(await map.current.draw(frame, ratio));
      } catch (error) {
        // A lost context does not come back to this map.
        map.current?.remove();
        map.current = null;
        throw error;
      }
    });
    last.current = drawn.catch(() => undefined);
    return drawn;
  };
}

export type Preview = { map: ImageBitmap | null; problems: Problem[]; drawing: boolean };

/** The map of a page at a preview's size, drawn again when its frame or camera changes. */
export function usePreviewMap(sheet: Sheet | undefined, ratio: number, draw: DrawMap): Preview {
  const [preview, setPreview] = useState<Preview>({ map: null, problems: [], drawing: true });
  const drawLatest = useRef(draw);
  drawLatest.current = draw;
  const frame = sheet && JSON.stringify([sheet.map.css, sheet.map.camera, ratio]);
  const latest = useRef(sheet);
  latest.current = sheet;
  useEffect(() => {
    if (frame === undefined || latest.current === undefined) return;
    let wanted = true;
    setPreview((before) => ({ ...before, drawing: true }));
    drawLatest
      .current(latest.current.map, ratio, async ({ canvas, problems }) => {
        if (!wanted) return;
        setPreview({ map: await createImageBitmap(canvas), problems, drawing: false });
      })
      .catch((error: unknown) => {
        if (!(error instanceof MapPictureError)) throw error;
        if (wanted) setPreview({ map: null, problems: [error.problem], drawing: false });
      });
    return () => {
      wanted = false;
    };
  }, [frame, ratio]);
  return preview;
}
