/** The whole server in this process on a port of its own, over real HTTP; only the built client is left out. */
import { readFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { request as tlsRequest } from "node:https";
import { Router } from "express";
import { pino } from "pino";
import type { ClientPage } from "#server/client/client.ts";
import { type Env, parseEnv } from "#server/env.ts";
import { type OpenClient, type Running, start } from "#server/start.ts";
import { aDataDir } from "../factories.ts";

/** The page's own template, its scripts left out: what a build would add is no part of these tests. */
const openTemplate: OpenClient = async () => {
  const html = (page: ClientPage) => readFile(new URL(`../../client/${page}.html`, import.meta.url), "utf8");
  return { routes: Router(), template: html, close: async () => {} };
};

export type LogLine = { level: number; msg?: string; path?: string; err?: { message: string } };
export type Served = Running & { log: LogLine[] };

/** Lines of level 50 and above are what nobody foresaw. */
export const unknownErrors = (served: Served): LogLine[] => served.log.filter((line) => line.level >= 50);

export async function serve(variables: Record<string, string> = {}): Promise<Served> {
  const env: Env = parseEnv({ PORT: "0", DATA_DIR: aDataDir(), ...variables });
  const lines: LogLine[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const running = await start(env, { openClient: openTemplate, log });
  return { ...running, log: lines };
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
export type Asking = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** PEM of the authority to trust. */
  ca?: string;
};

/** One request just as it is written: no header added, no body decoded, nothing followed. */
export function ask(url: string, { method = "GET", headers = {}, body, ca }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? tlsRequest : request;
    const sent = send(
      url,
      { method, headers, agent: false, ...(ca === undefined ? {} : { ca }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const whole = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: whole,
            text: whole.toString("utf8"),
          });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Address of a read, its input written as the client writes it. */
export const callUrl = (served: Running, path: string, input?: unknown): string =>
  `${served.url}/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`}`;

type Refusal = {
  error: {
    message: string;
    data: { code: string; httpStatus: number; issues?: { path: (string | number)[] }[] };
  };
};

/** What a refused call says: its code, its HTTP status, and the fields it names. */
export function refusalOf(answer: Answer): {
  status: number;
  code: string;
  paths: string[];
  message: string;
} {
  const { error } = JSON.parse(answer.text) as Refusal;
  return {
    status: answer.status,
    code: error.data.code,
    paths: (error.data.issues ?? []).map((issue) => issue.path.join(".")),
    message: error.message,
  };
}
