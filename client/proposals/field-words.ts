import type { TFunction } from "i18next";
import { type Language, SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "#domain/look/words.ts";
import type { ProposalContent } from "#domain/report/proposal.ts";
import type { MasterField } from "./content.ts";
import type { Names } from "./use-names.ts";

type Spoken = { t: TFunction; lang: Language; names: Names };

/** A field of a proposal, or of an item as it is, in words; empty where nothing is said. Lists have a line each. */
export function fieldWords(
  { t, lang, names }: Spoken,
  field: MasterField,
  content: Partial<ProposalContent>,
): string {
  switch (field) {
    case "title":
      return content.title ?? "";
    case "type":
      return content.type ? TYPE_WORDS[content.type][lang] : "";
    case "stage":
      return content.stage ? STAGE_WORDS[content.stage][lang] : "";
    case "sector":
      return content.sector ? SECTOR_WORDS[content.sector][lang] : "";
    case "regions":
      return (content.regions ?? []).map(names.region).join("\n");
    case "units":
      return (content.units ?? [])
        .map(({ unit, role }) => `${names.unit(unit)} · ${t(`proposals.role.${role}`)}`)
        .join("\n");
    case "geometry": {
      const { geometry } = content;
      if (!geometry) return "";
      const points = geometry.points.map(({ name, at: [lon, lat], errorKm }) =>
        t("proposals.pointLine", { name, lon, lat, km: errorKm }),
      );
      return [t(`proposals.geometry.${geometry.kind}`), ...geometry.places.map(names.place), ...points].join(
        "\n",
      );
    }
    case "figures":
      return (content.figures ?? []).map(({ words }) => words).join("\n");
  }
}
