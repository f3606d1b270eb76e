import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { formatView, parseView, type View } from "#domain/view.ts";
import { regions } from "./data/regions.ts";
import { withKnownRegions } from "./view/known-regions.ts";
import { Workbench } from "./workbench/workbench.tsx";

const rootRoute = createRootRoute();

const workbenchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  // parseSearch has already made a whole view of the address (rule 8: parsing never throws).
  validateSearch: (search): View => search as View,
  component: Workbench,
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([workbenchRoute]),
  parseSearch: (search): Record<string, unknown> => withKnownRegions(parseView(search), regions),
  stringifySearch: (search) => {
    const query = formatView(search as View);
    return query === "" ? "" : `?${query}`;
  },
  defaultPendingMs: Number.POSITIVE_INFINITY,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
