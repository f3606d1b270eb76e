import { createSocket } from "node:dgram";
import { connect } from "node:net";
import { hostname } from "node:os";

/** Facility 13 (log audit), severity 5 (notice), as RFC 5424 §6.2.1 counts them. */
const PRIORITY = 13 * 8 + 5;
/** A receiver that takes no connection by then is given up on. */
const PATIENCE_MS = 5_000;
const BOM = "\ufeff";

/** A message by RFC 5424, its text UTF-8 with the mark that the RFC asks for. */
export function syslogMessage(id: string, text: string, at: Date, host = hostname()): string {
  const name = host.replace(/[^!-~]/g, "-").slice(0, 255) || "-";
  return `<${PRIORITY}>1 ${at.toISOString()} ${name} one-map ${process.pid} ${id} - ${BOM}${text}`;
}

/**
 * Sends one message to `udp://host:port` (RFC 5426) or `tcp://host:port` (RFC 6587, counted octets).
 * @throws Error where the receiver is known not to have it; by UDP nobody knows
 */
export async function sendSyslog(to: string, message: string, patienceMs = PATIENCE_MS): Promise<void> {
  const { protocol, hostname: bare, port } = new URL(to);
  const host = bare.replace(/^\[|\]$/g, "");
  const bytes = Buffer.from(message, "utf8");
  if (protocol === "udp:") await sendDatagram(bytes, Number(port), host);
  else
    await sendStream(Buffer.concat([Buffer.from(`${bytes.length} `), bytes]), Number(port), host, patienceMs);
}

function sendDatagram(bytes: Buffer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
    socket.unref();
    const done = (error: Error | null) => {
      socket.close();
      if (error === null) resolve();
      else reject(error);
    };
    socket.once("error", done);
    socket.send(bytes, port, host, done);
  });
}

function sendStream(bytes: Buffer, port: number, host: string, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host });
    socket.unref();
    socket.setTimeout(patienceMs, () => socket.destroy(new Error(`no answer in ${patienceMs} ms`)));
    socket.once("error", reject);
    socket.once("close", (failed) => {
      if (!failed) resolve();
    });
    socket.once("connect", () => socket.end(bytes));
    socket.resume();
  });
}
