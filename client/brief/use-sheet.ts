import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Brief } from "#domain/brief/brief.ts";
import { answerTo } from "../data/ask.ts";

/** The page laid out by the server, and what it found; while another is asked for, the one before. */
export const useSheet = (brief: Brief) =>
  useQuery({ ...answerTo("brief", "sheet", brief), placeholderData: keepPreviousData });
