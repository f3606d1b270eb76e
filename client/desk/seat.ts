import { useSyncExternalStore } from "react";
import type { SessionState } from "#domain/people/session.ts";

export type Account = NonNullable<SessionState["account"]>;

/**
 * Who sits at this desk. It outlives his session: when that ends by itself the page stays as it is, `lapsed`, until he
 * signs in again, so that nothing he typed is lost.
 */
export type Seat = { account: Account | null; lapsed: boolean };

export const EMPTY: Seat = { account: null, lapsed: false };

/** The seat after the server said who is signed in. Somebody else takes it over, and with it comes another page. */
export function nextSeat(seat: Seat, state: Pick<SessionState, "account" | "signedIn">): Seat {
  if (state.account !== null && state.signedIn) return { account: state.account, lapsed: false };
  return seat.account === null ? EMPTY : { account: seat.account, lapsed: true };
}

let seat = EMPTY;
const listeners = new Set<() => void>();

function sit(next: Seat): void {
  if (next.account === seat.account && next.lapsed === seat.lapsed) return;
  seat = next;
  for (const listener of [...listeners]) listener();
}

export const seatNow = (): Seat => seat;
export const heardOf = (state: Pick<SessionState, "account" | "signedIn">): void =>
  sit(nextSeat(seat, state));
/** Nobody sits here any longer: he signed out, here or in another tab. */
export const leaveSeat = (): void => sit(EMPTY);

export function onSeat(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useSeat = (): Seat => useSyncExternalStore(onSeat, seatNow);

/** Waits while the seat is lapsed. @returns true once the same account is signed in again, false for any other end */
export function seatedAgain(): Promise<boolean> {
  const id = seat.account?.id;
  return new Promise((resolve) => {
    const look = () => {
      if (seat.lapsed && seat.account?.id === id) return;
      stop();
      resolve(id !== undefined && seat.account?.id === id);
    };
    const stop = onSeat(look);
    look();
  });
}
