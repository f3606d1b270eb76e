import type { RequestHandler } from "express";

/** Pages that are built apart: one loads none of another's code. `client/<page>.html` is where each begins. */
export const CLIENT_PAGES = ["index", "wall", "remote", "desk"] as const;
export type ClientPage = (typeof CLIENT_PAGES)[number];

/** Where a page's HTML and its assets come from: a build, or Vite while developing. */
export type Client = {
  routes: RequestHandler;
  /** HTML of a page, with the placeholders of `server/page/template.ts` in it. */
  template: (page: ClientPage) => Promise<string>;
  close: () => Promise<void>;
};
