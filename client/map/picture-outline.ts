import { type AdminTopology, zAdminTopology } from "#geo/topology.ts";

const fetched = new Map<string, Promise<AdminTopology>>();

/** The outline of an immutable address, fetched once; a failure is forgotten, so that a retry asks again. */
export function fetchOutline(address: string): Promise<AdminTopology> {
  const known = fetched.get(address);
  if (known) return known;
  const asked = load(address).catch((cause: unknown) => {
    fetched.delete(address);
    throw cause;
  });
  fetched.set(address, asked);
  return asked;
}

async function load(address: string): Promise<AdminTopology> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`outline ${address}: status ${answer.status}`);
  const raw: unknown = await answer.json();
  zAdminTopology.parse(raw);
  return raw as AdminTopology;
}
