import { z } from "zod";

/** From good to bad. Never colour alone: ● 绿, ▲ 黄, ■ 红. */
export const LIGHTS = ["green", "yellow", "red"] as const;
export const zColor = z.enum(LIGHTS);
export type Color = (typeof LIGHTS)[number];

/** ○, each with its own label: 未到期, 暂停(带原因), 未报, 不适用. */
export const NEUTRALS = ["notDue", "suspended", "unreported", "notApplicable"] as const;

export const LIGHT_STATES = [...LIGHTS, ...NEUTRALS] as const;
export const zLightState = z.enum(LIGHT_STATES);
export type LightState = z.infer<typeof zLightState>;

/** What a filter asks for: `none` is whatever has no colour, with a report or without. */
export const LIGHT_CHOICES = [...LIGHTS, "none"] as const;
export const zLightChoice = z.enum(LIGHT_CHOICES);
export type LightChoice = (typeof LIGHT_CHOICES)[number];

export const isColor = (state: LightState): state is Color => (LIGHTS as readonly string[]).includes(state);
export const choiceOf = (state: LightState | null): LightChoice =>
  state !== null && isColor(state) ? state : "none";

/** Red before yellow before green; what has no colour counts only where nothing has. */
const RANK: Record<LightState, number> = {
  red: 6,
  yellow: 5,
  green: 4,
  suspended: 3,
  unreported: 2,
  notDue: 1,
  notApplicable: 0,
};

/** How bad a light is, higher is worse. */
export const rankOf = (state: LightState): number => RANK[state];

export const zLightCounts = z.partialRecord(zLightState, z.int().min(1));
export type LightCounts = z.infer<typeof zLightCounts>;
