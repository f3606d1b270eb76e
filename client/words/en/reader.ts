import type { reader as source } from "../zh-CN/reader.ts";

export const reader = {
  title: "The document",
  sections: "Sections",
  items_one: "This sentence has {{count}} item",
  items_other: "This sentence has {{count}} items",
  hint: "Underlined sentences have items in the ledger: choose one to list them and find them on the map.",
  close: "Close the document",
  notFound: "No such document",
  notFoundHint: "The ledger has no {{id}}; the link may be wrong.",
  published: "{{publisher}}, {{date}}",
  project: "project",
  policy: "policy",
} as const satisfies Record<keyof typeof source, string>;
