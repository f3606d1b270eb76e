import { useNavigate, useRouterState } from "@tanstack/react-router";

/** What a page shows beyond itself stands in its address: texts and numbers by name; null takes one away. */
export function usePageSearch<Name extends string>(
  names: readonly Name[],
): [Partial<Record<Name, string>>, (change: Partial<Record<Name, string | number | null>>) => void] {
  const search = useRouterState({ select: (state) => state.location.search as Record<string, unknown> });
  const navigate = useNavigate();
  const shown: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" || typeof value === "number") shown[name] = String(value);
  }
  const show = (change: Partial<Record<Name, string | number | null>>) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== null);
    void navigate({ to: ".", search: () => Object.fromEntries(next) });
  };
  return [shown, show];
}
