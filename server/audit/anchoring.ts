import { auditHead } from "../db/audit.ts";
import type { Db } from "../db/schema.ts";
import type { Log } from "../log.ts";
import { appendAnchor, readAnchors } from "./anchors.ts";
import { sendSyslog, syslogMessage } from "./syslog.ts";

/** How often it is looked whether a day has begun that has no anchor. */
const LOOK_MS = 10 * 60_000;

export type AnchoringParts = {
  db: Db;
  dir: string;
  log: Log;
  /** Receiver of the head, where there is one. */
  syslog?: string | undefined;
  now?: () => Date;
};

/** Says the trail's head where the database cannot take it back: a file, the log, a syslog. True where it did. */
export async function anchorOnce(parts: AnchoringParts): Promise<boolean> {
  const { db, dir, log, syslog, now = () => new Date() } = parts;
  const head = await auditHead(db);
  if (head.seq === 0) return false;
  const at = now();
  const anchor = appendAnchor(dir, head, at.toISOString());
  log.info({ audit: anchor }, "the head of the audit trail");
  if (syslog !== undefined) {
    const message = syslogMessage("audit-head", JSON.stringify(anchor), at);
    // A receiver that is down costs nobody anything: file and log have the head.
    sendSyslog(syslog, message).catch((error: unknown) =>
      log.warn({ err: error }, "the syslog did not take the head of the audit trail"),
    );
  }
  return true;
}

/**
 * Anchors at the start where there is something new, then once each day (UTC). What cannot be anchored is logged and
 * tried again: the ledger serves on.
 */
export async function startAnchoring(
  parts: AnchoringParts,
): Promise<{ look: () => Promise<void>; stop: () => void }> {
  const { log, now = () => new Date() } = parts;
  const day = () => now().toISOString().slice(0, 10);
  let anchored: string | null = null;
  const look = async () => {
    if (anchored === day()) return;
    try {
      if (await anchorOnce(parts)) anchored = day();
    } catch (error) {
      log.error({ err: error }, "the audit trail was not anchored");
    }
  };
  anchored = await anchoredOn(parts);
  await look();
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

/** The day on which the head of now was last said; null where it was not, or nobody knows. */
async function anchoredOn({ db, dir, log }: AnchoringParts): Promise<string | null> {
  try {
    const last = readAnchors(dir).anchors.at(-1);
    return last !== undefined && (await auditHead(db)).hash === last.hash ? last.at.slice(0, 10) : null;
  } catch (error) {
    log.error({ err: error }, "the anchors of the audit trail cannot be read");
    return null;
  }
}
