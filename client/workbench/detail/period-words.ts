/** An ISO 8601 interval as people write it: 2012/2016 → 2012–2016; a single date stays as it is. */
export const periodWords = (period: string): string => period.split("/").filter(Boolean).join("–");
