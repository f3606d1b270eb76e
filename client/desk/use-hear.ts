import { useEffect } from "react";
import { heardOf, onSeat, seatNow } from "./seat.ts";
import { hearTabs } from "./tabs.ts";
import { forget, leaveDesk, refreshSession, useSession } from "./use-session.ts";

/** Keeps the seat in step with what the server says and with what the other tabs do. */
export function useHear(): void {
  const { data } = useSession();
  useEffect(() => {
    if (data !== undefined) heardOf(data);
  }, [data]);
  useEffect(() => hearTabs(hear), []);
  useEffect(forgetWhoLeft, []);
}

function hear(word: Parameters<Parameters<typeof hearTabs>[0]>[0]): void {
  if (word.kind === "used") return;
  const { account } = seatNow();
  const after =
    word.kind === "left" && account?.id === word.account ? leaveDesk(account.id) : refreshSession();
  // Where nothing answers now, the next request finds out.
  after.catch(console.error);
}

/** Who signs in over another ends the other's session: nothing of that one stays. */
function forgetWhoLeft(): () => void {
  let before = seatNow().account?.id;
  return onSeat(() => {
    const now = seatNow().account?.id;
    if (before !== undefined && now !== undefined && before !== now) forget(before);
    before = now;
  });
}
