import type { BriefFacts } from "#domain/brief/facts.ts";
import type { Language, Words } from "#domain/look/words.ts";
import type { Statistic } from "#domain/source.ts";

/** The figures that a page leads with; three of the preliminary sentence, and the ministries of another. */
const LEADING: Record<string, Words> = {
  "ST-02": { "zh-CN": "重大项目（初步统计）", en: "major projects (preliminary)" },
  "ST-03": { "zh-CN": "已开展前期工作", en: "in preparation" },
  "ST-04": { "zh-CN": "已开工建设", en: "construction begun" },
  "ST-01": { "zh-CN": "部委和单位签署协议或出台政策", en: "bodies signed or issued" },
};

/** As the source prints them: never computed, never following a filter (truth rule 1). */
export function statisticFacts(statistics: readonly Statistic[], lang: Language): BriefFacts["statistics"] {
  return Object.entries(LEADING).flatMap(([id, label]) => {
    const found = statistics.find((one) => one.id === id);
    if (found === undefined) return [];
    const { words, source, preliminary } = found;
    return [{ id, label: label[lang], ...splitFigure(words), quote: source.quote, preliminary }];
  });
}

/** Split for the eye alone: 50%以上 → 50 | %以上, 近百个 → 近百 | 个. */
function splitFigure(words: string): { figure: string; unit: string } {
  const found = /^([约近逾超]?[\d.,]+|[约近逾超]?[一二三四五六七八九十百千万]+)(.*)$/u.exec(words);
  return { figure: found?.[1] ?? words, unit: found?.[2] ?? "" };
}
