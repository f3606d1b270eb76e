/**
 * Frees what is done with; it is empty afterwards. Left to the collector, to which megabytes of bytes look like one
 * small object, it stays until there are many more: an atlas grew by two megabytes a page. What lies in Node's pool,
 * half of which nothing fills alone, is left: others lie there too.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && byteLength * 2 >= buffer.byteLength) buffer.transfer(0);
}
