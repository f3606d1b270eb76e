import { useQuery } from "@tanstack/react-query";
import { answerTo } from "./ask.ts";

/** Every unit and counterpart, for the filter's choices. */
export const useUnits = () => useQuery(answerTo("unit", "list", undefined));
