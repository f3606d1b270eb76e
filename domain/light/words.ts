import type { Language, Words } from "../look/words.ts";
import type { ChangeKind } from "./changes.ts";
import type { Finding, Light } from "./light.ts";
import type { LightState } from "./light-state.ts";

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const LIGHT_WORDS: Record<LightState, Words> = {
  green: say("绿灯", "Green"),
  yellow: say("黄灯", "Yellow"),
  red: say("红灯", "Red"),
  notDue: say("未到期", "Not due yet"),
  suspended: say("暂停", "Suspended"),
  unreported: say("未报", "Not reported"),
  notApplicable: say("不适用", "Not applicable"),
};

export const CHANGE_WORDS: Record<ChangeKind, Words> = {
  turnedRed: say("转红", "Turned red"),
  recovered: say("恢复", "Recovered"),
  worse: say("转差", "Got worse"),
  better: say("好转", "Got better"),
  new: say("新增", "New"),
  up: say("进一步", "A step on"),
  down: say("退一步", "A step back"),
  restated: say("阶段另述", "Stage restated"),
  unlit: say("转为无灯", "No light any more"),
};

const BASIS_WORDS = {
  month: say("本月", "this month"),
  year: say("本年", "this year"),
  total: say("累计", "in all"),
} satisfies Record<string, Words>;

/** Tenths as they are read: 142 is 14.2. */
const points = (tenths: number): string => `${Math.trunc(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}`;

function findingWords(finding: Finding, state: LightState): Words {
  switch (finding.rule) {
    case "progress": {
      const n = points(finding.behind);
      if (finding.behind === 0) return say("与序时进度一致", "on schedule");
      return finding.behind > 0
        ? say(`低于序时 ${n} 个百分点`, `${n} points behind schedule`)
        : say(`快于序时 ${n} 个百分点`, `${n} points ahead of schedule`);
    }
    case "start":
      return startWords(finding);
    case "funds": {
      const { planned, actual } = finding;
      const basis = BASIS_WORDS[finding.basis];
      return state === "red"
        ? say(
            `${basis["zh-CN"]}资金到位 ${actual} 万元，低于计划 ${planned} 万元`,
            `funds paid ${basis.en} ¥${actual}, below the planned ¥${planned} (10,000 yuan)`,
          )
        : say(
            `${basis["zh-CN"]}资金到位 ${actual} 万元，计划 ${planned} 万元`,
            `funds paid ${basis.en} ¥${actual} of ¥${planned} planned (10,000 yuan)`,
          );
    }
  }
}

function startWords({ plannedOn, started, startedOn, overdue }: Extract<Finding, { rule: "start" }>): Words {
  if (started)
    return startedOn === null
      ? say("已开工", "work has started")
      : say(`${startedOn} 已开工`, `work started on ${startedOn}`);
  const plan = say(`计划 ${plannedOn} 开工`, `work was to start on ${plannedOn}`);
  if (overdue < 0) return say(`计划 ${plannedOn} 开工，未到期`, `work is to start on ${plannedOn}`);
  return overdue === 0
    ? say(`${plan["zh-CN"]}，本月到期未开工`, `${plan.en}, due this month and not started`)
    : say(`${plan["zh-CN"]}，逾期 ${overdue} 个月未开工`, `${plan.en}, ${overdue} months overdue`);
}

/**
 * Why the light is what it is: rule, numbers and version, "低于序时 14.2 个百分点 · 规则 v1".
 * @param unit name of the unit whose report it rests on, where it is to be said
 */
export function explain(light: Light, lang: Language, unit: string | null = null): string {
  const { finding, state, version, reason, carriedFrom, override } = light;
  const computed = override?.computed ?? state;
  const parts: (Words | null)[] = [
    override &&
      say(
        `人工核定：${override.reason}（规则判为${LIGHT_WORDS[computed]["zh-CN"]}）`,
        `set by the office: ${override.reason} (by the rules: ${LIGHT_WORDS[computed].en})`,
      ),
    finding ? findingWords(finding, computed) : override ? null : LIGHT_WORDS[computed],
    reason === null ? null : say(`原因：${reason}`, `reason: ${reason}`),
    carriedFrom === null
      ? null
      : say(`本月零报告，据 ${carriedFrom} 月报`, `nothing to report; by the report of ${carriedFrom}`),
    unit === null ? null : say(unit, unit),
    say(`规则 v${version}`, `rules v${version}`),
  ];
  return parts.flatMap((part) => (part ? [part[lang]] : [])).join(" · ");
}
