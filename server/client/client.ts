import type { RequestHandler } from "express";

/** Where the page's HTML and its assets come from: a build, or Vite while developing. */
export type Client = {
  routes: RequestHandler;
  /** HTML with the placeholders of `server/page/template.ts` in it. */
  template: (url: string) => Promise<string>;
  close: () => Promise<void>;
};
