import { useTranslation } from "react-i18next";
import type { Hit } from "./hit.ts";
import type { MapProps } from "./map-props.ts";
import { tipWords } from "./tip-words.ts";

/** px from the pointer, and the room that it may need to the box's right and lower edge. */
const OFFSET = 14;
const WIDTH = 232;
const HEIGHT = 84;

export type Pointed = { hit: Hit; at: { x: number; y: number }; box: { width: number; height: number } };

/** What the pointer is at: a region with value, unit and n, an item's mark or line with its stage, a badge. */
export function MapTooltip({ pointed, props }: { pointed: Pointed; props: MapProps }) {
  const { t } = useTranslation();
  const { hit, at, box } = pointed;
  const tip = tipWords(hit, props, t);
  if (!tip) return null;
  const beside =
    at.x + OFFSET + WIDTH > box.width ? { right: box.width - at.x + OFFSET } : { left: at.x + OFFSET };
  const below =
    at.y + OFFSET + HEIGHT > box.height ? { bottom: box.height - at.y + OFFSET } : { top: at.y + OFFSET };
  return (
    <div className="map-tooltip" role="status" style={{ ...beside, ...below, maxWidth: WIDTH }}>
      <strong>{tip.title}</strong>
      {(tip.value || tip.literal) && (
        <div>
          {tip.measure && `${tip.measure} `}
          {tip.literal && <span lang="zh-CN">{t("list.literal", { words: tip.literal })} </span>}
          {tip.measure ? <b>{tip.value}</b> : tip.value}
        </div>
      )}
      {tip.notes.map((note) => (
        <div key={note} className="map-tooltip-note">
          {note}
        </div>
      ))}
    </div>
  );
}
