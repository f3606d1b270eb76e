import { get, type IncomingMessage } from "node:http";
import { onTestFinished } from "vitest";
import type { WallWord } from "#domain/wall/pairing.ts";
import type { Action } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";
import { wordsOf } from "../server/words-of.ts";

export type WallSide = {
  code: string;
  tell: (told: Told) => Promise<void>;
  actions: () => Action[];
  kinds: () => WallWord["kind"][];
  end: () => Promise<void>;
};

/** The wall's side of a pairing as plain requests: a window for it would cost as much as the telephone's own. */
export async function openWallSide(url: string): Promise<WallSide> {
  const post = async (verb: string, input: unknown) => {
    const headers = { "Content-Type": "application/json", Origin: url };
    const body = JSON.stringify(input);
    const answer = await fetch(`${url}/trpc/remote.${verb}`, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()).result.data;
  };
  const { wallKey, code } = await post("open", {});
  const heard = await listen(url, wallKey);
  return {
    code,
    tell: (told) => post("tell", { wallKey, told }),
    actions: () => heard.flatMap((word) => (word.kind === "action" ? [word.action] : [])),
    kinds: () => heard.map(({ kind }) => kind),
    end: () => post("end", { key: wallKey }),
  };
}

/** What the wall hears from now on, until the test ends or the server goes. */
async function listen(url: string, wallKey: string): Promise<WallWord[]> {
  const input = encodeURIComponent(JSON.stringify({ wallKey }));
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { Accept: "text/event-stream" };
    get(`${url}/trpc/remote.commands?input=${input}`, { headers, agent: false }, resolve).once(
      "error",
      reject,
    );
  });
  onTestFinished(() => void stream.destroy());
  const heard: WallWord[] = [];
  const hear = async () => {
    for await (const word of wordsOf(stream)) heard.push(word as WallWord);
  };
  hear().catch(() => {});
  return heard;
}
