/** Collections that are held whole: regions, corridors, ports. Some hundred features at most. */
import { InvalidInputError } from "#domain/error.ts";
import { ANY_TIME, type FeaturesQuery } from "#domain/features/features-query.ts";
import type { Language } from "#domain/look/words.ts";
import { bboxOf, unionBbox } from "#geo/question/bbox.ts";
import { touches } from "./box.ts";
import type { Collection, OneFeature } from "./collection.ts";

/** Of a feature its first and last day; null where it has been, or goes on, for as long as is known. */
export type Stood = { from: string | null; until: string | null };
export type StillFeature = { stood: Stood; feature: (lang: Language) => OneFeature };

/** `read` gives them in their order. A page's `after` is the number of features before it. */
export function stillCollection(
  said: Pick<Collection, "id" | "title" | "description">,
  read: (time: FeaturesQuery["time"]) => Promise<readonly StillFeature[]>,
): Collection {
  const all = (lang: Language, time: FeaturesQuery["time"]) =>
    read(time).then((stills) =>
      stills.filter(({ stood }) => meets(stood, time)).map(({ feature }) => feature(lang)),
    );
  return {
    ...said,
    extent: async () => {
      const features = await all("zh-CN", ANY_TIME);
      return features.length === 0 ? null : unionBbox(features.map(({ geometry }) => bboxOf(geometry)));
    },
    page: async ({ lang, time, boxes, limit, after }) => {
      const features = (await all(lang, time)).filter(
        (one) => boxes === null || boxes.some((box) => touches(one.geometry, box)),
      );
      const from = after === null ? 0 : placeOf(after, features.length);
      const to = from + limit;
      return {
        features: features.slice(from, to),
        matched: features.length,
        next: to < features.length ? String(to) : null,
      };
    },
    one: async (id, lang) => (await all(lang, ANY_TIME)).find((feature) => feature.id === id) ?? null,
  };
}

const meets = ({ from, until }: Stood, time: FeaturesQuery["time"]): boolean =>
  (from === null || time.to === null || from <= time.to) &&
  (until === null || time.from === null || until >= time.from);

function placeOf(after: string, count: number): number {
  const place = /^\d{1,6}$/.test(after) ? Number(after) : Number.NaN;
  if (place <= count) return place;
  throw new InvalidInputError([{ path: ["after"], message: "is of no page of this collection" }]);
}
