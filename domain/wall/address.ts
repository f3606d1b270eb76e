import { z } from "zod";
import { zMonth } from "../month.ts";
import { LANGUAGES, THEMES } from "../view.ts";
import { zSceneId } from "./scene.ts";
import { formatTour, parseTour, type Stop } from "./tour.ts";

/** Tiles that a screen is built of, across and down: nothing that is read lies on a seam between two. */
export type Seams = { columns: number; rows: number };

/**
 * The address of a wall.
 * `/wall?tour=whole:40,region-150700&seams=3x1&scene=whole&lang=en&theme=light&asof=2012-07&hold=20`
 * Absent means default, what cannot be understood drops out.
 */
export type WallAddress = {
  /** null: the round of all scenes, or the screen's own. */
  tour: Stop[] | null;
  seams: Seams | null;
  /** Scene that the wall opens with and holds; null: the tour's first. */
  scene: string | null;
  lang: (typeof LANGUAGES)[number] | null;
  theme: (typeof THEMES)[number] | null;
  asOf: string | null;
  /** Minutes that a hold lasts in which no hand is at the wall; null: ten. */
  hold: number | null;
  /** How many times as fast as its seconds say the tour goes, for who rehearses one; null: once. */
  pace: number | null;
};

const zPace = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/)
  .transform(Number)
  .refine((pace) => pace >= 0.25 && pace <= 200);

const zHold = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .refine((minutes) => minutes >= 1 && minutes <= 480);

const readOne = <T>(schema: z.ZodType<T>, value: string | null): T | null => {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
};

/** Never throws. */
export function parseWall(search: string): WallAddress {
  const params = new URLSearchParams(search);
  return {
    tour: parseTour(params.get("tour")),
    seams: parseSeams(params.get("seams")),
    scene: readOne(zSceneId, params.get("scene")),
    lang: readOne(z.enum(LANGUAGES), params.get("lang")),
    theme: readOne(z.enum(THEMES), params.get("theme")),
    asOf: readOne(zMonth, params.get("asof")),
    hold: readOne(zHold, params.get("hold")),
    pace: readOne(zPace, params.get("pace")),
  };
}

export function formatWall({ tour, seams, scene, lang, theme, asOf, hold, pace }: WallAddress): string {
  const params = new URLSearchParams();
  const set = (key: string, value: string | null) => {
    if (value !== null) params.set(key, value);
  };
  set("tour", tour && formatTour(tour));
  set("seams", seams && `${seams.columns}x${seams.rows}`);
  set("scene", scene);
  set("lang", lang);
  set("theme", theme);
  set("asof", asOf);
  set("hold", hold === null ? null : String(hold));
  set("pace", pace === null ? null : String(pace));
  return params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

function parseSeams(text: string | null): Seams | null {
  const found = /^([1-8])x([12])$/.exec(text ?? "");
  return found ? { columns: Number(found[1]), rows: Number(found[2]) } : null;
}
