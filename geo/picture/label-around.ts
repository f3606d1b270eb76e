import { COUNTRIES, PROVINCES } from "./around.ts";
import type { Frame } from "./frame.ts";
import type { Wording } from "./input.ts";
import { inside, type Label, type Wanted } from "./labels.ts";
import type { Spot } from "./placement.ts";

const AT_PLACE: readonly Spot[] = [{ anchor: "middle", dx: 0, dy: 0 }];

/** Neighbours, in serif and wide. */
export function aroundLabels({ palette, lang }: Wording, frame: Frame): Wanted[] {
  const named = (kind: "country" | "province", { words, at }: (typeof COUNTRIES)[number]): Wanted[] => {
    if (!inside(frame, at, kind === "country" ? 0 : 0.015)) return [];
    const country = kind === "country";
    const label: Label = {
      kind,
      id: words["zh-CN"],
      at,
      block: {
        lines: [[{ text: words[lang], size: country ? 1.6 : 0.82, weight: country ? 600 : 400 }]],
        spacing: lang === "en" ? 0.12 : country ? 1.2 : 0.22,
        leading: 1.2,
      },
      color: country ? palette.labelCountry : palette.labelProvince,
      halo: palette.china,
      serif: true,
    };
    return [{ label, spots: AT_PLACE, always: false }];
  };
  return [
    ...COUNTRIES.flatMap((one) => named("country", one)),
    ...PROVINCES.flatMap((one) => named("province", one)),
  ];
}
