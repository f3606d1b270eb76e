import { queryOptions, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { metresPerPixel } from "../map/scale.ts";
import { useProposalForm } from "./form-context.tsx";

/** A map in a form that most fill in without one: sent for when it is asked for. */
const MAP_CODE = queryOptions({
  queryKey: ["code", "place-map"],
  queryFn: () => import("../map/place-map-view.tsx"),
  staleTime: Number.POSITIVE_INFINITY,
});

/** How far a click may miss what is meant, in px of the map. */
const CLICK_PX = 4;

/** How far off a place may be that was clicked at a zoom, in km to one figure; never finer than a hundred metres. */
export function clickErrorKm(zoom: number, lat: number): number {
  const km = (metresPerPixel(zoom, lat) * CLICK_PX) / 1000;
  const power = 10 ** Math.floor(Math.log10(km));
  return Math.max(0.1, Number((Math.ceil(km / power) * power).toPrecision(1)));
}

type At = [lon: number, lat: number];

/** Chooses a new place by a click on the map, instead of typing where it lies. */
export function PointMap(props: {
  n: number;
  at: At;
  onChoose: (change: { at: At; errorKm: number }) => void;
}) {
  const { n, at, onChoose } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="point-map">
      <button
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? "proposals.map.shut" : "proposals.map.pick")}
        <span className="visually-hidden">{t("proposals.pointOf", { n })}</span>
      </button>
      {isOpen && (
        <div id={id}>
          <p className="meta">{t("proposals.map.help")}</p>
          <Opened n={n} at={at} onChoose={onChoose} />
        </div>
      )}
    </div>
  );
}

function Opened({ n, at, onChoose }: Parameters<typeof PointMap>[0]) {
  const { t } = useTranslation();
  const { lang, theme } = useDeskLook();
  const { names, content } = useProposalForm();
  const code = useQuery(MAP_CODE);
  const base = useQuery(answerTo("map", "base", undefined));
  if (code.data === undefined || base.data === undefined) {
    if (!code.isError && !base.isError) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          for (const one of [code, base]) if (one.isError) void one.refetch();
        }}
      />
    );
  }
  const { PlaceMapView } = code.data;
  const { assets, boundary } = base.data;
  const [lon, lat] = at;
  // Half typed, or not yet, it is nowhere.
  const isSomewhere = lon !== 0 && lat !== 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  return (
    <PlaceMapView
      look={{ assets, theme, lang, regions: names.regions }}
      boundary={boundary}
      region={content.regions?.[0] ?? null}
      at={isSomewhere ? at : null}
      label={t("proposals.map.of", { n })}
      onPoint={({ at: to, zoom }) => onChoose({ at: to, errorKm: clickErrorKm(zoom, to[1]) })}
    />
  );
}
