import { ConflictError } from "#domain/error.ts";

type Edited = { edition: number; edited_by_name: string; edited_at: string };

/**
 * Nobody writes over what he has not seen.
 * @throws ConflictError that names who was there meanwhile, when, and the edition that stands
 */
export function requireEdition(row: Edited | undefined, expected: number): void {
  const edition = row?.edition ?? 0;
  if (edition === expected) return;
  if (row === undefined) throw new ConflictError(`there is no edition ${expected} yet`);
  const { edited_by_name: by, edited_at: at } = row;
  throw new ConflictError(`${by} changed it at ${at}: edition ${edition} stands, not ${expected}`, {
    by,
    at,
    edition,
  });
}
