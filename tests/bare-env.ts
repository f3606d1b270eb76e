/** What a command that is tried has of this process's environment: where programs are, and the code that others compiled. */
export const bareEnv = (): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
});
