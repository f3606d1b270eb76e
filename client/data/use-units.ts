import { useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";

/** Every unit and counterpart, for the filter's choices. */
export const useUnits = () => useQuery(api.unit.list.queryOptions());
