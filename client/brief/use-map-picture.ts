import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import type { MapContent } from "../map/map-props.ts";
import { BriefMap, type MapPicture } from "./brief-map.ts";
import { frameKey } from "./frame-key.ts";
import { MapPictureError } from "./map-picture-error.ts";

/** Takes the picture while it stands: it is closed afterwards. */
type Use<T> = (picture: MapPicture) => T | Promise<T>;
/** What the map shows in place of the composer's own content. */
type Show = (own: MapContent) => MapContent;
export type DrawMap = <T>(map: Sheet["map"], ratio: number, use: Use<T>, show?: Show) => Promise<T>;

/** One hidden map for as long as a page is composed; drawings wait for one another. */
export function useBriefMap(content: MapContent): DrawMap {
  const map = useRef<BriefMap | null>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(content);
  latest.current = content;
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      map.current?.remove();
      map.current = null;
    };
  }, []);
  return useCallback((frame, ratio, use, show) => {
    const drawn = last.current.then(async () => {
      if (gone.current) throw new DOMException("the composer is closed", "AbortError");
      const shown = show === undefined ? latest.current : show(latest.current);
      map.current ??= new BriefMap(shown.assets);
      try {
        const made = await map.current.draw(shown, frame, ratio);
        try {
          return await use(made);
        } finally {
          made.picture.close();
        }
      } catch (error) {
        // A lost context does not come back to this map.
        map.current?.remove();
        map.current = null;
        throw error;
      }
    });
    last.current = drawn.catch(() => undefined);
    return drawn;
  }, []);
}

export type Preview = { map: ImageBitmap | null; problems: Problem[]; drawing: boolean };

/**
 * The map of a page at a preview's size, drawn again when its content, frame, camera, or what stands on it changes:
 * names keep off title and legend.
 */
export function usePreviewMap(
  sheet: Sheet | undefined,
  content: MapContent,
  ratio: number,
  draw: DrawMap,
): Preview {
  const [preview, setPreview] = useState<Preview>({ map: null, problems: [], drawing: true });
  const frame = sheet && frameKey(sheet.map, ratio);
  const latest = useRef(sheet);
  latest.current = sheet;
  useEffect(() => {
    if (frame === undefined || latest.current === undefined) return;
    let wanted = true;
    setPreview((before) => ({ ...before, drawing: true }));
    const keep = async ({ picture, problems }: MapPicture) => {
      if (!wanted) return;
      setPreview({ map: await picture.take(), problems, drawing: false });
    };
    draw(latest.current.map, ratio, keep, () => content).catch((error: unknown) => {
      if (!wanted) return;
      if (!(error instanceof MapPictureError)) throw error;
      setPreview({ map: null, problems: [error.problem], drawing: false });
    });
    return () => {
      wanted = false;
    };
  }, [frame, content, ratio, draw]);
  return preview;
}
