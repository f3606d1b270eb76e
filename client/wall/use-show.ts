import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Action, act, handedBack, nextMonth, type Show, showFrom, toured } from "#domain/wall/show.ts";
import type { Stop } from "#domain/wall/tour.ts";
import { address, HOLD_MS } from "./address.ts";
import type { Standing } from "./first-scene.ts";
import { useIdle } from "./use-idle.ts";
import { secondsOf } from "./use-stops.ts";

/** A month of a replay stands as long as it takes to read what changed. */
const MONTH_MS = 6000;
/** The tour waits no longer for a map that does not come to rest. */
const LONGEST_WAIT_MS = 15_000;

export type Round = {
  stops: readonly Stop[];
  months: readonly string[];
  /** Scene that the wall opens with; a hand that named it holds it. */
  first: Standing;
  /** How many times as fast as the seconds say. */
  pace: number;
  /** The map is still on its way to the scene: none goes by unseen. */
  busy: boolean;
  /**
   * Called between two scenes, and whenever a held one has had no hand for long; true where the page is about to go,
   * and no scene is to follow.
   */
  between: (next: Standing) => boolean;
};

export type Hold = "lasts" | "ends" | null;

function onVisibility(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/**
 * What stands on the wall, moved on by the tour or by a hand, until that has gone. `hold`: what a hand has put up stands
 * for as long as it is here, or is about to end by itself; null where nothing does.
 */
export function useShow(round: Round): { show: Show; act: (action: Action) => void; hold: Hold } {
  const { stops, first, pace, busy } = round;
  const [show, setShow] = useState<Show>(() => ({ ...showFrom(first.scene), held: first.held }));
  /** Scene whose time is over. */
  const [over, setOver] = useState<{ scene: string; late: boolean } | null>(null);
  /** Steps that the tour has made: a round of one scene comes to it anew. */
  const [steps, setSteps] = useState(0);
  const latest = useRef({ ...round, show });
  latest.current = { ...round, show };
  const scenes = stops.map(({ scene }) => scene.id).join();
  const { scene, held, replaying, month } = show;
  const seconds = secondsOf(stops, scene);
  const hidden = useSyncExternalStore(onVisibility, () => document.hidden);

  useEffect(() => {
    if (held) return;
    const time = (seconds * 1000) / pace;
    const due = setTimeout(() => setOver({ scene, late: false }), time);
    const late = setTimeout(() => setOver({ scene, late: true }), time + LONGEST_WAIT_MS);
    return () => {
      clearTimeout(due);
      clearTimeout(late);
      setOver(null);
    };
  }, [scene, held, seconds, pace, steps]);

  useEffect(() => {
    // A page that nobody sees draws nothing: its tour waits with it.
    if (over?.scene !== scene || hidden || (busy && !over.late)) return;
    const next = toured(latest.current.show, scenes.split(","));
    if (latest.current.between(next)) return;
    setOver(null);
    setSteps((count) => count + 1);
    setShow(next);
  }, [over, scene, hidden, busy, scenes]);

  useEffect(() => {
    if (!replaying) return;
    const timer = setTimeout(() => setShow((now) => nextMonth(now, latest.current.months)), MONTH_MS / pace);
    return () => clearTimeout(timer);
  }, [replaying, month, pace]);

  const doIt = useCallback((action: Action) => {
    setShow((now) => {
      const ids = latest.current.stops.map((stop) => stop.scene.id);
      return act(now, action, ids, latest.current.months);
    });
  }, []);
  const home = handedBack(show, address.scene);
  const soon = useIdle(held && !replaying ? HOLD_MS : null, show, () => {
    if (!latest.current.between(home)) setShow(home);
  });
  const lasts = held && JSON.stringify(home) !== JSON.stringify(show);
  return { show, act: doIt, hold: lasts ? (soon ? "ends" : "lasts") : null };
}
