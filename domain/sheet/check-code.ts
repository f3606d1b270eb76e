/**
 * Letters that go with a row's item, unit and month: a key that somebody typed over, sorted apart or filled down no
 * longer fits. No secret: who may write what is asked when a row is saved. Letters only, for digits with an e among
 * them turn into numbers in a CSV. FNV-1a, 32 bits, over UTF-16 units.
 */
export function checkCode(item: string, unit: string, month: string): string {
  const text = `${item}\n${unit}\n${month}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  const letters: number[] = [];
  for (let digit = 0; digit < 7; digit += 1) {
    letters.unshift(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return String.fromCharCode(...letters);
}
