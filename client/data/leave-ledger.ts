/**
 * Whoever may no longer read the ledger (its session is over, its screen revoked) keeps nothing of it: what a service
 * worker has kept goes, and the server says at the page's address what is to be done, which shows no data.
 */
export async function leaveLedger(): Promise<void> {
  try {
    // Browsers have none on plain HTTP from elsewhere.
    const kept = "caches" in window ? await caches.keys() : [];
    await Promise.all(kept.map((name) => caches.delete(name)));
  } finally {
    location.reload();
  }
}
