import type { Page } from "playwright-core";

export const GL_KINDS = [
  "Context",
  "Buffer",
  "Framebuffer",
  "Program",
  "Query",
  "Renderbuffer",
  "Sampler",
  "Shader",
  "Sync",
  "Texture",
  "TransformFeedback",
  "VertexArray",
] as const;
export type GlObjects = Record<(typeof GL_KINDS)[number], number>;

declare global {
  interface Window {
    glObjects: GlObjects;
  }
}

/** Has a page count the WebGL objects that it made and did not delete; to be called before it loads. */
export const countGlObjects = (page: Page): Promise<unknown> =>
  page.addInitScript(
    (kinds) => {
      const counts: Record<string, number> = { Context: 0 };
      const add = (kind: string, by: 1 | -1) => {
        counts[kind] = (counts[kind] ?? 0) + by;
      };
      const gl = WebGL2RenderingContext.prototype as unknown as Record<
        string,
        (...all: unknown[]) => unknown
      >;
      const living = new WeakSet<object>();
      for (const kind of kinds) {
        counts[kind] = 0;
        const [make, drop] = [kind === "Sync" ? "fenceSync" : `create${kind}`, `delete${kind}`];
        const [made, dropped] = [gl[make], gl[drop]];
        if (!made || !dropped) throw new Error(`WebGL 2 has no ${make}, ${drop}`);
        gl[make] = function (this: unknown, ...all) {
          const object = made.apply(this, all);
          if (object instanceof Object) {
            living.add(object);
            add(kind, 1);
          }
          return object;
        };
        gl[drop] = function (this: unknown, object) {
          if (object instanceof Object && living.delete(object)) add(kind, -1);
          return dropped.call(this, object);
        };
      }
      const get = HTMLCanvasElement.prototype.getContext as (...all: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...all: unknown[]) {
        const context = get.apply(this, all);
        if (context instanceof WebGL2RenderingContext && !living.has(context)) {
          living.add(context);
          add("Context", 1);
        }
        return context;
      } as typeof HTMLCanvasElement.prototype.getContext;
      window.glObjects = counts as GlObjects;
    },
    GL_KINDS.filter((kind) => kind !== "Context"),
  );
