import type { CDPSession } from "playwright-core";

type Answer = { id?: number; result?: { usedSize?: number } };

/**
 * Follows the workers of a session's page, from before it loads: the map's own and the page's service worker.
 * @returns what their JavaScript heaps hold together, in bytes, after garbage was collected
 */
export async function workerHeaps(session: CDPSession): Promise<() => Promise<number>> {
  const workers = new Set<string>();
  const waiting = new Map<string, (answer: Answer) => void>();
  let sent = 0;
  session.on("Target.attachedToTarget", ({ sessionId }) => workers.add(sessionId));
  session.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  session.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
    const answer = JSON.parse(message) as Answer;
    waiting.get(`${sessionId} ${answer.id}`)?.(answer);
  });
  const ask = async (sessionId: string, method: string): Promise<Answer> => {
    sent += 1;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(`${sessionId} ${sent}`, resolve);
    await session.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id: sent, method }),
    });
    const answer = await promise;
    waiting.delete(`${sessionId} ${sent}`);
    return answer;
  };
  await session.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return async () => {
    let bytes = 0;
    for (const worker of workers) {
      await ask(worker, "HeapProfiler.collectGarbage");
      bytes += (await ask(worker, "Runtime.getHeapUsage")).result?.usedSize ?? Number.NaN;
    }
    return bytes;
  };
}
