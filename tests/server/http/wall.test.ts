import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE_WORDS } from "#domain/look/words.ts";
import type { PageData } from "#domain/page.ts";
import { ask, type Served, serve, unknownErrors } from "../serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

const wall = async (search = "", headers: Record<string, string> = {}) => {
  const answer = await ask(`${served.url}/wall${search}`, { headers });
  const data = /id="page-data">(.*?)<\/script>/s.exec(answer.text)?.[1] ?? "null";
  return { ...answer, data: JSON.parse(data) as PageData };
};

describe("the wall's page", () => {
  test("brings its first picture, dark whatever the office's cookie says, and the whole's answers", async () => {
    const { status, text, data } = await wall("", { Cookie: "theme=light; lang=en" });
    expect(status).toBe(200);
    expect(text).toContain('data-theme="dark"');
    expect(text).toContain(`<title>${PAGE_WORDS.product.en}`);
    expect(data.progress.reporting).toHaveLength(14);
    // Twelve leagues and three ports, and neither waters nor neighbours.
    expect(text).toContain("Hulunbuir");
    expect(text).not.toContain(">Mongolia<");
  });

  test("leaves the picture the room that the panels of its first scene do not take", async () => {
    const rooms = ["", "?scene=papers", "?tour=region-150700,whole"].map(async (search) => {
      const { text } = await wall(search);
      return /inset:var\((--room-\w+)\)/.exec(text)?.[1];
    });
    expect(await Promise.all(rooms)).toEqual(["--room-whole", "--room-mid", "--room-part"]);
  });

  test("says for each shape of screen how much room the panels leave, and how the picture moves off its seams", async () => {
    const { text } = await wall("");
    const rules = text.match(/@media [^{]+\{:root\{--map-left:[^}]+\}\}/g) ?? [];
    expect(rules).toHaveLength(3);
    for (const rule of rules) expect(rule).toMatch(/--room-whole:.*--room-mid:.*--room-part:/);
    const moved = async (search: string) =>
      (await wall(search)).text.match(/--off-seams:-?\d+px -?\d+px/g) ?? [];
    expect(await moved("")).toHaveLength(2);
    expect(await moved("?seams=2x2")).toHaveLength(3);
    expect(await moved("?seams=1x1")).toEqual([]);
  });

  test("opens as the address says, and as usual where that means nothing", async () => {
    const light = await wall("?theme=light&lang=en&asof=2012-06");
    expect([light.data.theme, light.data.lang]).toEqual(["light", "en"]);
    expect(light.data.progress.reporting.every(({ n }) => n === 0)).toBe(true);
    const odd = await wall(
      `?scene=${"x".repeat(10_000)}&tour=%00&theme=red&asof=1&seams=${encodeURIComponent("<script>")}`,
    );
    expect(odd.status).toBe(200);
    expect([odd.data.theme, odd.data.lang]).toEqual(["dark", "zh-CN"]);
    expect(odd.text).not.toContain("xxx");
    expect(unknownErrors(served)).toEqual([]);
  });
});
