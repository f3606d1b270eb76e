import { z } from "zod";
import type { Language, Words } from "../look/words.ts";
import { BLOCKS } from "./brief.ts";

export const TEXT_FIELDS = ["title", "subtitle", "note", "credits", "legend", "table", "items"] as const;

/**
 * What may be wrong with a page before it is written: the closed list of all who look, of the layout on the
 * server and of the map in the browser.
 */
export const zProblem = z.discriminatedUnion("kind", [
  /** `fits` characters of the text stand on the page. */
  z.strictObject({
    kind: z.literal("textTooLong"),
    field: z.enum(TEXT_FIELDS),
    length: z.int(),
    fits: z.int(),
  }),
  /** Characters that the fonts do not have, each once. */
  z.strictObject({ kind: z.literal("glyphMissing"), characters: z.array(z.string()).min(1) }),
  /** Characters that no document can hold, by their numbers (U+0008), each once. */
  z.strictObject({ kind: z.literal("charactersDropped"), characters: z.array(z.string()).min(1) }),
  /** The page has no room for a block. */
  z.strictObject({ kind: z.literal("blockLeftOut"), block: z.enum(BLOCKS) }),
  /** There is nothing to fill a block with. */
  z.strictObject({ kind: z.literal("blockEmpty"), block: z.enum(BLOCKS) }),
  z.strictObject({ kind: z.literal("listCut"), shown: z.int(), total: z.int() }),
  /** The words that the first of the items stand on have room, the others' not. */
  z.strictObject({ kind: z.literal("sourcesCut"), shown: z.int(), total: z.int() }),
  z.strictObject({ kind: z.literal("nothingHere") }),
  z.strictObject({ kind: z.literal("noReviewNumber") }),
  /** The same where an administrator lets no map out without. */
  z.strictObject({ kind: z.literal("mapForbidden") }),
  z.strictObject({ kind: z.literal("demoData") }),
  z.strictObject({ kind: z.literal("filterHides"), hidden: z.int() }),
  /** The browser drew fewer pixels than the page has. */
  z.strictObject({ kind: z.literal("canvasClamped"), asked: z.int(), drawn: z.int() }),
  z.strictObject({ kind: z.literal("gpuLimit"), limit: z.int() }),
  z.strictObject({ kind: z.literal("noWebgl") }),
  /** The graphics unit was taken away while it drew, or never came to an end. */
  z.strictObject({ kind: z.literal("contextLost") }),
  z.strictObject({ kind: z.literal("tilesMissing"), count: z.int() }),
  z.strictObject({ kind: z.literal("fontMissing"), fonts: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("labelsDropped"), names: z.array(z.string()).min(1) }),
]);
export type Problem = z.infer<typeof zProblem>;
export type ProblemKind = Problem["kind"];

export const WEIGHTS = ["blocking", "wrong", "aware"] as const;
/**
 * `blocking`: there is to be no file; `wrong`: the page would say something false or lack something; `aware`: whoever
 * hands it out should know.
 */
export const PROBLEM_WEIGHT: Record<ProblemKind, (typeof WEIGHTS)[number]> = {
  textTooLong: "wrong",
  glyphMissing: "wrong",
  charactersDropped: "aware",
  blockLeftOut: "wrong",
  blockEmpty: "aware",
  listCut: "aware",
  sourcesCut: "aware",
  nothingHere: "aware",
  noReviewNumber: "aware",
  mapForbidden: "blocking",
  demoData: "aware",
  filterHides: "aware",
  canvasClamped: "wrong",
  gpuLimit: "aware",
  noWebgl: "wrong",
  contextLost: "wrong",
  tilesMissing: "wrong",
  fontMissing: "wrong",
  labelsDropped: "wrong",
};

/** Why a page may not be written, by whoever writes it. */
export const blockingIn = (problems: readonly Problem[]): Problem | undefined =>
  problems.find(({ kind }) => PROBLEM_WEIGHT[kind] === "blocking");

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const FIELD_WORDS: Record<(typeof TEXT_FIELDS)[number], Words> = {
  title: say("标题", "The title"),
  subtitle: say("副标题", "The subtitle"),
  note: say("说明", "The note"),
  credits: say("出处行", "The line of sources"),
  legend: say("图例", "The legend"),
  table: say("表格", "The table"),
  items: say("事项清单", "The list of items"),
};
export const BLOCK_WORDS: Record<(typeof BLOCKS)[number], Words> = {
  statistics: say("初步统计", "Preliminary figures"),
  legend: say("图例", "Legend"),
  ranking: say("各地区事项", "Items by region"),
  stages: say("项目阶段", "Project stages"),
  deadlines: say("时限", "Deadlines"),
  items: say("事项清单", "Items"),
  sources: say("出处", "Sources"),
};

/** Names that one still reads; beyond them their number says enough. */
const MOST_NAMES = 12;
const some = (names: readonly string[], mark: string, rest: (n: number) => string): string =>
  names.slice(0, MOST_NAMES).join(mark) + (names.length > MOST_NAMES ? rest(names.length) : "");

/** What is wrong, and the way out of it. */
export function problemWords(problem: Problem, lang: Language): { what: string; wayOut: string } {
  const [what, wayOut] = wordsOf(problem);
  return { what: what[lang], wayOut: wayOut[lang] };
}

function wordsOf(problem: Problem): readonly [Words, Words] {
  switch (problem.kind) {
    case "textTooLong": {
      const field = FIELD_WORDS[problem.field];
      return [
        say(
          `${field["zh-CN"]}过长：共 ${problem.length} 字，版面容得下 ${problem.fits} 字。`,
          `${field.en} is too long: ${problem.length} characters, of which ${problem.fits} fit.`,
        ),
        say("请缩短文字，或换用更大的版面。", "Shorten it, or take a larger page."),
      ];
    }
    case "glyphMissing": {
      const listed = problem.characters.join(" ");
      return [
        say(`字体中没有这些字符：${listed}`, `The fonts lack these characters: ${listed}`),
        say(
          "请换用别的字，或在文稿中另行补字。",
          "Write them otherwise, or add them in the document by hand.",
        ),
      ];
    }
    case "charactersDropped": {
      const listed = problem.characters.join(" ");
      return [
        say(`文字中有文件容不下的控制字符，已去掉：${listed}`, `Control characters were left out: ${listed}`),
        say("多半是粘贴时带来的；请看一遍文字。", "They mostly come with pasted text: read it over once."),
      ];
    }
    case "blockLeftOut": {
      const block = BLOCK_WORDS[problem.block];
      return [
        say(`版面放不下“${block["zh-CN"]}”。`, `The page has no room for “${block.en}”.`),
        say("请去掉另一栏内容，或换用更大的版面。", "Leave out another block, or take a larger page."),
      ];
    }
    case "blockEmpty": {
      const block = BLOCK_WORDS[problem.block];
      return [
        say(`“${block["zh-CN"]}”在此没有可列的内容。`, `There is nothing to list under “${block.en}” here.`),
        problem.block === "ranking"
          ? say("表中只有合计一行，如实写出。", "The table has its total alone, as the ledger has it.")
          : say("此栏不排；可以不选它。", "The block is not on the page; it may be left unticked."),
      ];
    }
    case "listCut":
      return [
        say(
          `清单共 ${problem.total} 项，版面列出前 ${problem.shown} 项（页上已注明）。`,
          `The list has ${problem.total} items; the page holds the first ${problem.shown}, and says so.`,
        ),
        say("请缩小筛选范围，或另附台账表格。", "Narrow the filter, or hand out the workbook beside it."),
      ];
    case "sourcesCut":
      return [
        say(
          `出处共 ${problem.total} 条，版面容得下前 ${problem.shown} 条。`,
          `There are ${problem.total} sources; the page holds the first ${problem.shown}.`,
        ),
        say("请换用更大的版面，或另附台账表格。", "Take a larger page, or hand out the workbook beside it."),
      ];
    case "nothingHere":
      return [
        say("所选范围内没有事项。", "There are no items here."),
        say(
          "请改选地区或放宽筛选；页上照实注明。",
          "Choose another region or widen the filter; the page says so.",
        ),
      ];
    case "noReviewNumber":
      return [
        say(
          "界线数据没有审图号，图上注“内部工作用图 · 未经审图”。",
          "The boundaries have no review number, and the map says so.",
        ),
        say(
          "公开使用前须送审，或换用有审图号的界线数据。",
          "Have it reviewed before publication, or import reviewed boundaries.",
        ),
      ];
    case "mapForbidden":
      return [
        say(
          "界线数据没有审图号，管理员已设定不可导出地图。",
          "The boundaries have no review number, and the administrator lets no map out without one.",
        ),
        say(
          "请换用有审图号的界线数据，或请管理员更改设定；不含地图的台账文件不受影响。",
          "Import reviewed boundaries, or ask the administrator; files of the ledger without a map are not refused.",
        ),
      ];
    case "demoData":
      return [
        say("这是演示数据，页上已注明。", "These are demonstration data, and the page says so."),
        say("不要用于汇报；请在正式台账上导出。", "Do not brief from it; export from the real ledger."),
      ];
    case "filterHides":
      return [
        say(
          `筛选隐去了 ${problem.hidden} 项，页上注明筛选条件。`,
          `The filter hides ${problem.hidden} items; the page names it.`,
        ),
        say("如要全部，请先清除筛选。", "Clear the filter to have them all."),
      ];
    case "canvasClamped":
      return [
        say(
          `地图应有 ${problem.asked} 像素宽，浏览器只画了 ${problem.drawn} 像素。`,
          `The map should be ${problem.asked} px wide; the browser drew ${problem.drawn}.`,
        ),
        say("请改用 150 dpi 或较小的版面。", "Take 150 dpi or a smaller page."),
      ];
    case "gpuLimit":
      return [
        say(
          `显卡一次最多画 ${problem.limit} 像素，地图将分块绘制。`,
          `The graphics unit draws ${problem.limit} px at once: the map is drawn in parts.`,
        ),
        say("无需处理；只是稍慢。", "Nothing to do; it takes a little longer."),
      ];
    case "noWebgl":
      return [
        say("这个浏览器没有 WebGL，画不出地图。", "This browser has no WebGL and cannot draw the map."),
        say(
          "请换用新版 Chrome、Edge 或 Firefox，或启用硬件加速。",
          "Take a current Chrome, Edge or Firefox, or switch hardware acceleration on.",
        ),
      ];
    case "contextLost":
      return [
        say("显卡中断，地图没有画完。", "The graphics unit stopped before the map was drawn."),
        say("请重试；如再次中断，请改用 150 dpi。", "Try again; if it stops again, take 150 dpi."),
      ];
    case "tilesMissing":
      return [
        say(`有 ${problem.count} 块地图数据没有取到。`, `${problem.count} parts of the map did not arrive.`),
        say("请检查网络后重试。", "Check the network and try again."),
      ];
    case "fontMissing":
      return [
        say(`字体没有载入：${problem.fonts.join("、")}`, `Fonts did not load: ${problem.fonts.join(", ")}`),
        say("请检查网络，刷新页面后重试。", "Check the network, load this page anew, and try again."),
      ];
    case "labelsDropped":
      return [
        say(
          `图上放不下这些地名：${some(problem.names, "、", (n) => ` 等 ${n} 处`)}`,
          `The map has no room for: ${some(problem.names, ", ", (n) => ` and others, ${n} in all`)}`,
        ),
        say("请换用更大的版面，或放大到所在地区。", "Take a larger page, or fit a smaller region."),
      ];
    default:
      return problem satisfies never;
  }
}
