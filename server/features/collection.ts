import type { Feature } from "geojson";
import type { Box, FeaturesQuery } from "#domain/features/features-query.ts";
import type { Language, Words } from "#domain/look/words.ts";

/** A feature that stands alone in its collection by `id`. */
export type OneFeature = Feature & { id: string };

export type FeaturePage = {
  features: readonly OneFeature[];
  /** All that the question finds, on whatever page. */
  matched: number;
  /** To be asked with as `after`; null on the last page. */
  next: string | null;
};

export type Collection = {
  id: string;
  title: Words;
  description: Words;
  /** Holds every feature's geometry, WGS 84; null where none has one. */
  extent: () => Promise<Box | null>;
  /** @throws InvalidInputError for an `after` that is none of this collection's */
  page: (asked: FeaturesQuery) => Promise<FeaturePage>;
  /** As it stands today; null for an unknown id. */
  one: (id: string, lang: Language) => Promise<OneFeature | null>;
};
