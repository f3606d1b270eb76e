/** ISO 8601 in UTC with milliseconds, as every table of people keeps its times. */
export const isoAt = (ms: number): string => new Date(ms).toISOString();
