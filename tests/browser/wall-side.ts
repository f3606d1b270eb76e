import type { Browser, Page } from "playwright-core";
import type { WallWord } from "#domain/wall/pairing.ts";
import type { Action } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";

declare global {
  interface Window {
    /** What this window has heard as a wall. */
    heard: WallWord[];
  }
}

export type WallSide = {
  code: string;
  tell: (told: Told) => Promise<void>;
  actions: () => Promise<Action[]>;
  kinds: () => Promise<WallWord["kind"][]>;
  end: () => Promise<void>;
};

/** The wall's side of a pairing as plain requests of a browser's window of the same site. */
export async function openWallSide(browser: Browser, url: string): Promise<WallSide> {
  const page = await browser.newPage();
  await page.goto(`${url}/wall/remote`);
  const post = (verb: string, input: unknown) =>
    page.evaluate(
      async ([path, body]) => {
        const headers = { "Content-Type": "application/json" };
        const answer = await fetch(path, { method: "POST", headers, body });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()).result.data;
      },
      [`/trpc/remote.${verb}`, JSON.stringify(input)] as const,
    );
  const { wallKey, code } = await post("open", {});
  await listen(page, wallKey);
  const heard = () => page.evaluate(() => window.heard);
  return {
    code,
    tell: (told) => post("tell", { wallKey, told }),
    actions: async () => (await heard()).flatMap((word) => (word.kind === "action" ? [word.action] : [])),
    kinds: async () => (await heard()).map(({ kind }) => kind),
    end: () => post("end", { key: wallKey }),
  };
}

const listen = (page: Page, wallKey: string): Promise<void> =>
  page.evaluate(
    (input) =>
      new Promise((resolve) => {
        window.heard = [];
        const stream = new EventSource(`/trpc/remote.commands?input=${encodeURIComponent(input)}`);
        stream.onopen = () => resolve();
        stream.onmessage = ({ data }) => {
          const word = JSON.parse(data) as WallWord;
          window.heard.push(word);
          if (word.kind === "ended") stream.close();
        };
      }),
    JSON.stringify({ wallKey }),
  );
