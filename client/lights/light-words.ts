/** Words of lights and months on the workbench. They come with the code that shows them, after the map. */
import type { LightChoice } from "#domain/light/light-state.ts";
import type { Words } from "#domain/look/words.ts";
import type { MasterField } from "#domain/months/master-data.ts";

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const CHOICE_WORDS: Record<LightChoice, Words> = {
  red: say("红灯", "Red"),
  yellow: say("黄灯", "Yellow"),
  green: say("绿灯", "Green"),
  none: say("无灯", "No light"),
};

/** What of an item's own record may change from month to month. */
export const MASTER_WORDS: Record<MasterField, Words> = {
  title: say("名称", "Title"),
  type: say("类型", "Kind"),
  sector: say("领域", "Field"),
  stageWords: say("阶段用语", "Words of the stage"),
  regions: say("地区", "Regions"),
  units: say("单位", "Units"),
  figures: say("数字", "Figures"),
  places: say("位置", "Places"),
};

export const LIGHTS_UI = {
  head: say("红黄绿灯", "Lights"),
  filter: say("按红黄绿灯筛选", "Filter by light"),
  none: say(
    "未到期、暂停、未报、不适用，或无人填报",
    "Not due, suspended, not reported, not applicable, or nobody files",
  ),
  history: say("历月阶段与灯", "Stage and light, month by month"),
  historyOnly: say("历月记录", "Month by month"),
  month: say("月份", "Month"),
  slider: say("查看月份", "Month shown"),
  before: say("上一个月", "The month before"),
  after: say("下一个月", "The month after"),
  latest: say("最新", "Latest"),
  frozen: say("定版", "Frozen"),
  against: say("对比月份", "Compared with"),
  unchanged: say("灯与阶段没有变化", "No light or stage has changed"),
  loading: say("正在读取…", "Loading…"),
  failed: say("取不到数据", "Could not be read"),
} as const;
