/** Why a cell or a file is refused, and what was made of a cell, in the words of screen and sheet. */
import type { Language, Words } from "../look/words.ts";
import { REASON_COLUMN, SHEET_COLUMNS } from "./columns.ts";
import type { CellIssueCode, FileIssueCode, Handling } from "./issue.ts";
import type { CellIssue } from "./row-result.ts";

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const CELL_ISSUE_WORDS: Record<CellIssueCode, Words> = {
  "error-cell": say("单元格是错误值", "the cell is an error"),
  "formula-without-value": say("公式没有保存结果", "the formula has no saved result"),
  "true-or-false": say("不收逻辑值", "true or false is no value here"),
  "not-a-number": say("不是数字", "not a number"),
  "misplaced-comma": say("千位分隔符位置不对", "a thousands separator is misplaced"),
  "too-many-decimals": say("小数位过多", "too many decimals"),
  "too-large": say("数字过大", "too large"),
  "looks-like-yi": say(
    "疑似以亿元填写；确为万元请写明“万元”",
    "looks like 亿元; write 万元 behind it if it is not",
  ),
  "looks-like-fraction": say(
    "疑似小数比例；请写明百分号，如 40%",
    "looks like a fraction; write it with %, such as 40%",
  ),
  "beyond-hundred": say("应在 0 至 100 之间", "not between 0 and 100"),
  "number-for-a-day": say("是数字，不是日期", "a number, not a day"),
  "not-a-day": say("不是日期", "not a day"),
  "day-missing": say("缺少日，请写明年月日", "the day is missing: year, month and day, please"),
  "no-such-month": say("没有这个月份", "there is no such month"),
  "no-such-day": say("没有这一天", "there is no such day"),
  "no-such-stage": say("没有这个阶段", "there is no such stage"),
  "not-on-this-ladder": say("这类事项没有这个阶段", "an item of this type has no such stage"),
  "no-such-kind": say("没有这个问题类型", "there is no such kind of problem"),
  "control-character": say("含有控制字符", "has a control character"),
  "too-long": say("文字过长", "too long"),
  "not-a-milestone": say(
    "节点应写作：名称 | 计划日期 | 实际日期",
    "expected: name | planned day | actual day",
  ),
  "too-many-milestones": say("节点最多 40 个", "40 milestones at most"),
  "without-head": say("这一列没有表头", "the column has no head"),
  "key-missing": say(
    "缺少行标识，请用下载的表填写",
    "the row has no key: please fill in the sheet as downloaded",
  ),
  "key-changed": say(
    "行标识被改动，请用下载的表填写",
    "the key was changed: please fill in the sheet as downloaded",
  ),
  "key-twice": say("同一事项出现两次", "the item is there twice"),
  "not-your-item": say("不是本单位的事项", "not an item of this unit"),
  "other-unit": say("是其他单位的行", "a row of another unit"),
  "other-month": say("是其他月份的行", "a row of another month"),
  "not-open": say("报表已提交，不能修改", "the report is handed in and cannot be changed"),
};

export const FILE_ISSUE_WORDS: Record<FileIssueCode, Words> = {
  empty: say("文件是空的", "the file is empty"),
  "too-large": say("文件过大", "the file is too large"),
  "not-a-workbook": say("不是工作簿或 CSV", "neither a workbook nor a CSV"),
  "old-workbook": say("是旧格式 .xls，请另存为 .xlsx", "an old .xls: please save it as .xlsx"),
  encrypted: say("文件有密码，请去掉密码再上传", "the file has a password: please take it off"),
  broken: say("文件已损坏", "the file is damaged"),
  "too-many-parts": say("工作簿部件过多", "the workbook has too many parts"),
  "part-too-large": say("工作簿解压后过大", "the workbook unpacks to too much"),
  ratio: say("工作簿压缩比异常", "the workbook is packed as no real one is"),
  doctype: say("工作簿含有 DOCTYPE", "the workbook has a DOCTYPE"),
  macros: say("工作簿含有宏，请另存为不带宏的 .xlsx", "the workbook has macros: please save it without"),
  "external-links": say("工作簿含有外部链接或数据连接", "the workbook has external links or connections"),
  "active-content": say("工作簿含有控件或嵌入对象", "the workbook has controls or embedded objects"),
  "merged-cells": say("有合并单元格，请取消合并", "cells are merged: please unmerge them"),
  "too-many-rows": say("行数过多，最多 20,000 行", "too many rows, 20,000 at most"),
  "too-many-columns": say("列数过多，最多 200 列", "too many columns, 200 at most"),
  "no-head": say("没有表头", "there is no head"),
  "head-missing": say("缺少列", "columns are missing"),
  "head-unknown": say("有不认识的表头", "a head is unknown"),
  "head-twice": say("同一表头出现两次", "a head is there twice"),
  "head-unit": say("表头的单位被改动，金额应为万元", "the unit in a head was changed: money is in 万元"),
  "not-text": say("不是 UTF-8 或 GB 18030 文本", "neither UTF-8 nor GB 18030 text"),
  "too-slow": say("读取超时", "it took too long to read"),
};

export const HANDLING_WORDS: Record<Handling, Words> = {
  formula: say("取公式保存的结果", "saved result of a formula"),
  "full-width": say("全角已转半角", "full width made half"),
  thousands: say("去掉千位分隔符", "thousands separators taken off"),
  "yi-to-wan": say("亿元已换算为万元", "亿元 made 万元"),
  "yuan-to-wan": say("元已换算为万元", "元 made 万元"),
  "unit-taken-off": say("去掉单位“万元”", "万元 taken off"),
  "text-to-number": say("文本已转数字", "text made a number"),
  "percent-sign": say("去掉百分号", "% taken off"),
  "none-sign": say("短横线视为未填", "a dash read as not said"),
  "float-noise": say("去掉浮点尾数", "floating-point noise taken off"),
  "text-to-day": say("文字已转日期", "text made a day"),
  "time-taken-off": say("去掉时刻", "the time taken off"),
};

const HEADS = new Map([...SHEET_COLUMNS, REASON_COLUMN].map(({ key, head }) => [key as string, head]));

/** `本月完成投资（万元）：不是数字（十二万）` */
export function reasonAt({ column, code, said, address }: CellIssue, lang: Language): string {
  const head = column === null ? address : (HEADS.get(column)?.[lang] ?? column);
  const why = CELL_ISSUE_WORDS[code][lang];
  const [colon, open, close] = lang === "en" ? [": ", " (", ")"] : ["：", "（", "）"];
  return `${head}${colon}${why}${said === "" ? "" : `${open}${said}${close}`}`;
}

export const reasonOf = (issues: readonly CellIssue[], lang: Language): string =>
  issues.map((issue) => reasonAt(issue, lang)).join(lang === "en" ? "; " : "；");
