import { type Logger, pino } from "pino";
import type { Env } from "./env.ts";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error">;

export const openLog = (level: Env["LOG_LEVEL"]): Logger =>
  pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
