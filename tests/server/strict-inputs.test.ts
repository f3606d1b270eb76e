import { expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "#server/router.ts";

type Node = { [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** Objects within a JSON schema that take a field which they do not name, each by where it stands. */
function loose(node: unknown, at: string): string[] {
  if (!isNode(node)) return [];
  const isLoose = isNode(node.properties) && node.additionalProperties !== false;
  const within = Object.entries(node).flatMap(([key, part]) => loose(part, `${at}.${key}`));
  return isLoose ? [at, ...within] : within;
}

/** Nobody writes what he was not asked for: a role, a state, another's id. */
test("no procedure takes a field that it does not name, at any depth", () => {
  type Procedure = { _def: { inputs: z.ZodType[] } };
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  const inputs = procedures.flatMap(([path, { _def }]) =>
    _def.inputs.map(
      (input) => [path, z.toJSONSchema(input, { io: "input", unrepresentable: "any" })] as const,
    ),
  );
  expect(inputs.length).toBeGreaterThan(60);
  expect(inputs.flatMap(([path, schema]) => loose(schema, path))).toEqual([]);
  expect(loose(z.toJSONSchema(z.object({ a: z.array(z.object({})) }), { io: "input" }), "x")).toEqual([
    "x",
    "x.properties.a.items",
  ]);
});
