import { isOfficeType } from "../item.ts";
import { BASIS_WORDS, DEMO_WORDS, STAGE_WORDS, TYPE_WORDS } from "../look/words.ts";
import { type Block, type Draft, form, type Part, paragraph, regionWords, silent, TO_FILL } from "./draft.ts";
import { fullWidth } from "./full-width.ts";
import type { CircularLedger } from "./ledger.ts";
import { problems } from "./problems.ts";
import { opening, progress } from "./progress.ts";
import { statistics } from "./statistics.ts";

/** Who signs, by its id among the units. */
const OFFICE = "office-leading-group";

/** 季度通报 or 半年汇总 of a period and a set of regions. Pure: the same ledger gives the same draft. */
export function draftCircular(ledger: CircularLedger): Draft {
  const { id, viewUrl, period, regions, asOf, revision } = ledger;
  const organ = ledger.names.units.get(OFFICE)?.name ?? TO_FILL;
  const lines = [
    ...(ledger.demo ? [`（${DEMO_WORDS["zh-CN"]}）`] : []),
    `关于${regionWords(regions)}${period.words}`,
    `贯彻落实国务院《意见》进展情况的${period.kind === "half" ? "汇总报告" : "通报"}`,
  ];
  const parts: readonly Part[] = [opening, progress, statistics, problems];
  return {
    id,
    viewUrl,
    title: lines.join(""),
    organ,
    period: period.words,
    asOf,
    revision,
    blocks: [
      paragraph("organ", form(organ)),
      paragraph("number", silent("number")),
      ...lines.map((line) => paragraph("title", form(line))),
      paragraph("addressee", form(addressees(ledger))),
      ...parts.flatMap((part) => part(ledger)),
      paragraph("attachments", form("附件：进展事项清单")),
      paragraph("signature", form(organ)),
      paragraph("date", silent("date")),
      ...attachment(ledger),
      imprint,
    ],
  };
}

/** The ledger knows nobody that copies go to, no printing office and no day. */
const imprint: Block = {
  kind: "imprint",
  copies: silent("copies"),
  printer: silent("printer"),
  printedOn: silent("printed on"),
};

/**
 * A quarter's goes to those that report (厅局、盟市的月报告和季度通报制度), of chosen regions only to these; a half-year's
 * to those that are reported to (半年汇总上报自治区党委、政府).
 */
function addressees({ regions, period }: CircularLedger): string {
  if (period.kind === "half") return "自治区党委、自治区人民政府：";
  return regions.length === 0
    ? "各盟市、计划单列市，自治区各有关厅局："
    : `${regions.map(({ name }) => name).join("、")}，自治区各有关厅局：`;
}

function attachment({ records, names }: CircularLedger): Block[] {
  const items = records.filter(({ item, counted }) => counted && !isOfficeType(item.type));
  return [
    { kind: "page-break" },
    paragraph("attachment-mark", form("附件")),
    paragraph("attachment-title", form("进展事项清单")),
    items.length === 0
      ? paragraph("body", silent("items"))
      : {
          kind: "table",
          id: "items",
          columns: [
            { head: "编号", share: 12, align: "left" },
            { head: "类型", share: 12, align: "center" },
            { head: "事项", share: 35, align: "left" },
            { head: "阶段（原词）", share: 22, align: "left" },
            { head: "地区", share: 19, align: "left" },
          ],
          rows: items.map(({ item }) => [
            item.id,
            TYPE_WORDS[item.type]["zh-CN"],
            fullWidth(item.title),
            `${STAGE_WORDS[item.stage]["zh-CN"]}（${fullWidth(item.stageWords)}）${{ explicit: "", ambiguous: "，可作他解", reported: "，据月报" }[item.stageBasis]}`,
            item.regions
              .map(({ code, basis }) => {
                const name = names.regions.get(code)?.name ?? code;
                return basis === "inferred" ? `${name}（${BASIS_WORDS.inferred["zh-CN"]}）` : name;
              })
              .join("、"),
          ]),
        },
  ];
}
