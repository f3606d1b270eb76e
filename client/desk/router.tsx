import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Home, Nowhere } from "./home.tsx";
import { DOORS, PLACES } from "./places.ts";
import { Shell } from "./shell.tsx";
import { Waiting } from "./states.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: Nowhere });

const pageAt = (path: string, load: () => Promise<{ Page: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, "Page") });

/** Addresses are those of places.ts; what a page shows beyond that is in its search, which it reads itself. */
export const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: "/desk", component: Home }),
    ...DOORS.map(({ path, load }) => pageAt(path, load)),
    ...PLACES.map(({ key, load }) => pageAt(`/desk/${key}`, load)),
  ]),
  defaultPendingComponent: Waiting,
  defaultPreload: "intent",
});
