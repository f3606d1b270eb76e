import { useTranslation } from "react-i18next";
import { MEASURE_WORDS, STAGE_WORDS } from "#domain/look/words.ts";
import { MEASURE_UNIT } from "#domain/measure.ts";
import { isPlannedCity } from "#domain/region.ts";
import { PICTURE_WORDS, unitText, valueText } from "#geo/picture/words.ts";
import type { Hit } from "./hit.ts";
import type { MapProps } from "./map-props.ts";

/** px from the pointer, and the room that it may need to the box's right and lower edge. */
const OFFSET = 14;
const WIDTH = 232;
const HEIGHT = 84;

export type Pointed = { hit: Hit; at: { x: number; y: number }; box: { width: number; height: number } };

/** What the pointer is at: a region with value, unit and n, an item's mark or line with its stage, a badge. */
export function MapTooltip({ pointed, props }: { pointed: Pointed; props: MapProps }) {
  const { hit, at, box } = pointed;
  const beside =
    at.x + OFFSET + WIDTH > box.width ? { right: box.width - at.x + OFFSET } : { left: at.x + OFFSET };
  const below =
    at.y + OFFSET + HEIGHT > box.height ? { bottom: box.height - at.y + OFFSET } : { top: at.y + OFFSET };
  return (
    <div className="map-tooltip" role="status" style={{ ...beside, ...below, maxWidth: WIDTH }}>
      {hit.kind === "region" && <RegionTip code={hit.code} props={props} />}
      {hit.kind === "item" && <ItemTip id={hit.id} props={props} />}
      {hit.kind === "cluster" && <ClusterTip count={hit.count} />}
    </div>
  );
}

function ClusterTip({ count }: { count: number }) {
  const { t } = useTranslation();
  return <strong>{t("map.cluster", { count })}</strong>;
}

function RegionTip({ code, props }: { code: string; props: MapProps }) {
  const { t } = useTranslation();
  const { view, lang, regions, progress } = props;
  const region = regions.find((one) => one.code === code);
  if (!region) return null;
  const reports = region.level === "league" || isPlannedCity(code);
  const rows = reports ? progress.reporting : progress.county;
  const row = rows.find((one) => one.code === code);
  const value = row?.value ?? null;
  const share = MEASURE_UNIT[view.measure] === "share";
  const none = PICTURE_WORDS[share && row && row.n > 0 ? "noStage" : "notMentioned"][lang];
  return (
    <>
      <strong>{lang === "en" ? region.nameEn : region.name}</strong>
      <div>
        {MEASURE_WORDS[view.measure][lang]}{" "}
        <b>
          {value === null ? none : `${valueText(value, view.measure)} ${unitText(view.measure, lang)}`.trim()}
        </b>
        {share && row && value !== null && ` · n = ${row.n}`}
      </div>
      {row && row.inferred > 0 && (
        <div className="map-tooltip-note">{t("map.inferred", { count: row.inferred })}</div>
      )}
    </>
  );
}

function ItemTip({ id, props }: { id: string; props: MapProps }) {
  const { t } = useTranslation();
  const { lang, features } = props;
  const point = features.points.find((one) => one.item === id);
  const corridor = features.corridors.find((one) => one.items.includes(id));
  const found = point ?? corridor;
  if (!found) return null;
  const unsure = found.confidence === "low" || found.confidence === "very_low";
  const kind = corridor?.schematic ? PICTURE_WORDS.schematic[lang] : null;
  const error = `± ${found.errorKm} km`;
  return (
    <>
      <strong>{found.name}</strong>
      {found.stage !== null && <div>{STAGE_WORDS[found.stage][lang]}</div>}
      <div className="map-tooltip-note">
        {[kind, unsure && !kind ? t("map.unchecked") : null, error].filter(Boolean).join(" · ")}
      </div>
    </>
  );
}
