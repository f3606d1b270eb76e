import { TRPCError } from "@trpc/server";

/** Code of a refused call, or "none" where it went through. */
export const codeOfRefusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "none",
    (error: unknown) => (error instanceof TRPCError ? error.code : String(error)),
  );
