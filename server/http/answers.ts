/** Answers in words, for a person, and in tRPC's shape, for the client: never a stack, never a bare code. */
import type { Request, Response } from "express";
import { localsOf } from "./headers.ts";

type Code =
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "METHOD_NOT_SUPPORTED"
  | "TIMEOUT"
  | "CONFLICT"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "TOO_MANY_REQUESTS"
  | "INSUFFICIENT_STORAGE"
  | "INTERNAL_SERVER_ERROR"
  | "BAD_REQUEST";
const HTTP_STATUS: Record<Code, number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  INSUFFICIENT_STORAGE: 507,
  INTERNAL_SERVER_ERROR: 500,
};
/** tRPC's JSON-RPC numbers of the same codes; it has none for a full disk. */
const RPC_CODE: Record<Code, number> = {
  BAD_REQUEST: -32_600,
  FORBIDDEN: -32_003,
  NOT_FOUND: -32_004,
  METHOD_NOT_SUPPORTED: -32_005,
  UNAUTHORIZED: -32_001,
  TIMEOUT: -32_008,
  CONFLICT: -32_009,
  PAYLOAD_TOO_LARGE: -32_013,
  UNSUPPORTED_MEDIA_TYPE: -32_015,
  TOO_MANY_REQUESTS: -32_029,
  INSUFFICIENT_STORAGE: -32_603,
  INTERNAL_SERVER_ERROR: -32_603,
};

/** As tRPC answers an error of its own. */
export function refuseCall(res: Response, code: Code, message: string): void {
  const httpStatus = HTTP_STATUS[code];
  res
    .status(httpStatus)
    .set("Cache-Control", "no-store")
    .json({
      error: {
        message,
        code: RPC_CODE[code],
        data: { code, httpStatus, requestId: localsOf(res).requestId },
      },
    });
}

type Words = { title: string; zh: string; en: string };
const NOT_FOUND: Words = {
  title: "没有这个页面",
  zh: "这个地址没有内容。",
  en: "There is nothing at this address.",
};
const FAILED: Words = {
  title: "服务器出错了",
  zh: "服务器出了问题，已经记录下来。",
  en: "Something went wrong on the server; it has been recorded.",
};
const STARTING: Words = {
  title: "正在启动",
  zh: "服务正在启动，页面稍后自动打开。",
  en: "The server is starting; this page opens by itself in a moment.",
};

const NOT_REVIEWED: Words = {
  title: "不能导出地图",
  zh: "边界数据没有审图号，本服务器不导出没有审图号的地图。",
  en: "The boundaries have no map review number (审图号), and this server lets no map out without one.",
};
const NO_RIGHT: Words = {
  title: "没有权限",
  zh: "您的账号没有这项权限，需要时请与安全管理员联系。",
  en: "Your account may not do this; the security administrator grants rights.",
};
const NO_SCREEN: Words = {
  title: "此屏幕尚未登记",
  zh: "请系统管理员登记这块屏幕，并在此打开所给的地址。",
  en: "This screen is not registered yet: the system administrator registers it and gives the address to open here.",
};

/** A page in words for a person, plain text for anything that did not ask for HTML. */
function say(req: Request, res: Response, status: number, words: Words): void {
  const { nonce, requestId } = localsOf(res);
  res.status(status).set("Cache-Control", "no-store");
  if (req.accepts(["text", "html"]) !== "html" && !req.headers.accept?.includes("text/html")) {
    res.type("text").send(`${words.en} (${requestId})\n`);
    return;
  }
  res.type("html").send(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title} · 一张图</title>
<style nonce="${nonce}">body{font:16px/1.6 "Noto Sans SC",sans-serif;margin:15vh auto;max-width:30em;padding:0 16px;color:#16243a;background:#fbfaf6}a{color:#1f5a9e}small{color:#5e6a7e}</style>
</head><body><h1>${words.title}</h1><p>${words.zh}<br><span lang="en">${words.en}</span></p>
<p><a href="/">一张图 · One Map</a></p><small>${requestId}</small></body></html>
`);
}

export const notFound = (req: Request, res: Response): void => say(req, res, 404, NOT_FOUND);
export const noRight = (req: Request, res: Response): void => say(req, res, 403, NO_RIGHT);
export const noScreen = (req: Request, res: Response): void => say(req, res, 401, NO_SCREEN);
export const mapForbidden = (req: Request, res: Response): void => say(req, res, 403, NOT_REVIEWED);
export const MAP_FORBIDDEN = NOT_REVIEWED.en;
export const failed = (req: Request, res: Response): void => say(req, res, 500, FAILED);
/** A page that asks again by itself: whoever opened it early is not left with it. */
export const starting = (req: Request, res: Response): void =>
  say(req, res.set({ "Retry-After": "2", Refresh: "2" }), 503, STARTING);
