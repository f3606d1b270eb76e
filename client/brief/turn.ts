/** What follows is a task of its own: the live map, and whoever uses it, has its turn before. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
