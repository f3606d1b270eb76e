import { z } from "zod";

export const WORK_NOUNS = [
  "task",
  "meeting",
  "opinion",
  "inspection",
  "approval",
  "plan",
  "publication",
  "measure",
] as const;
export const zWorkNoun = z.enum(WORK_NOUNS);
export type WorkNoun = z.infer<typeof zWorkNoun>;
