import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { RegionProgress } from "#domain/query.ts";
import { AskingStream } from "../data/asking-stream.ts";
import { followLedger } from "../data/follow-ledger.ts";
import { openNextWith, PICTURED, type Standing } from "./first-scene.ts";
import { keepQuiet } from "./quiet.ts";

/** What has just changed is marked for so long. */
const FRESH_MS = 30_000;
/** A round that does not come by the page's own picture for so long will not, ms. */
const LONGEST_ROUND_MS = 15 * 60_000;
/** A server that is away has just been asked for the page itself, ms. */
const SOONEST_MS = 1100;
/** The script of this page's build, as its HTML names it. */
const OWN_SCRIPT = document
  .querySelector<HTMLScriptElement>('script[type="module"][src]')
  ?.getAttribute("src");

/**
 * Follows the ledger, quietly: each revision's answers take the place of the last, and regions whose count changed are
 * marked for a while. A newer build of the page is taken over between two scenes, before the one whose picture
 * comes with the page: no other is seen meanwhile (use-show.ts).
 * `ready`: the map stands, and the stream takes nothing from its coming.
 */
export function useTakeover(ready: boolean) {
  const queries = useQueryClient();
  const [updated, setUpdated] = useState("");
  const [fresh, setFresh] = useState<readonly string[]>([]);
  /** Since when there is a newer build, on the page's clock; null while there is none. */
  const newerSince = useRef<number | null>(null);

  useEffect(() => {
    if (!ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let counts = new Map<string, number>();
    const read = () => countsIn(queries.getQueriesData({ queryKey: ["progress", "byRegion"] }));
    let stop = () => {};
    const follow = setTimeout(() => {
      stop = followLedger(queries, telling);
    }, SOONEST_MS - performance.now());
    const telling: Parameters<typeof followLedger>[1] = {
      Stream: AskingStream,
      onState: keepQuiet,
      onStale() {
        counts = read();
        void isNewerBuild().then((is) => {
          newerSince.current = is ? (newerSince.current ?? performance.now()) : null;
        });
      },
      onFresh() {
        const changed = [...read()].filter(([key, n]) => counts.get(key) !== n);
        setFresh(changed.map(([key]) => key.slice(0, 6)));
        setUpdated(new Date().toTimeString().slice(0, 5));
        clearTimeout(timer);
        timer = setTimeout(() => {
          setFresh([]);
          setUpdated("");
        }, FRESH_MS);
      },
    };
    return () => {
      clearTimeout(follow);
      clearTimeout(timer);
      stop();
    };
  }, [ready, queries]);

  const between = useCallback((next: Standing) => {
    if (newerSince.current === null) return false;
    const isPictured = next.scene === PICTURED.id;
    if (!isPictured && performance.now() - newerSince.current < LONGEST_ROUND_MS) return false;
    openNextWith(next);
    location.reload();
    return true;
  }, []);
  return { updated, fresh, between };
}

/** Counts by region, whose code comes first, and question. */
function countsIn(answers: [readonly unknown[], unknown][]): Map<string, number> {
  return new Map(
    answers.flatMap(([key, rows]) =>
      ((rows ?? []) as RegionProgress[]).map(({ code, n }): [string, number] => [
        `${code} ${JSON.stringify(key)}`,
        n,
      ]),
    ),
  );
}

/** Asked once for each revision: a new build is one, too. */
async function isNewerBuild(): Promise<boolean> {
  try {
    const html = await (await fetch(location.href, { headers: { Accept: "text/html" } })).text();
    const script = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1];
    return script !== undefined && script !== OWN_SCRIPT;
  } catch {
    return false;
  }
}
