import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { nameIn } from "#domain/look/words.ts";
import { answerTo } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";

/** Names of units in the reader's language; "" for none, the id itself until the units are here. */
export function useUnitName(): (id: string | null) => string {
  const { lang } = useDeskLook();
  const { data } = useQuery(answerTo("unit", "list", undefined));
  return useMemo(() => {
    const names = new Map(data?.map((one) => [one.id, nameIn(lang, one)]));
    return (id) => (id === null ? "" : (names.get(id) ?? id));
  }, [data, lang]);
}
