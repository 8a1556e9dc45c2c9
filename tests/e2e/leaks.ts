import type { View } from '../browsers/driver.ts';

/**
 * Reads everything that the extension keeps (every database, packed captures unpacked, and its storage) from one of its own pages, and gives
 * those of `cards` that stand in it.
 */
export async function leakedCards(view: View, cards: readonly string[]): Promise<string[]> {
  const numbers = await view.run(async () => {
    const found = new Set<string>();
    const search = (text: string) => {
      for (const [run] of text.matchAll(/\d{12,19}/g)) found.add(run);
    };
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const bytesIn = (value: unknown): Uint8Array[] => {
      if (ArrayBuffer.isView(value)) return [new Uint8Array(value.buffer, value.byteOffset, value.byteLength)];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(bytesIn) : [];
    };
    const unpack = async (bytes: Uint8Array) => {
      const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
      const stream = new Blob([new Uint8Array(bytes)]).stream();
      return new Response(gzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).text();
    };
    let kept = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const values: unknown[] = await asked(database.transaction(store).objectStore(store).getAll());
        kept += values.length;
        for (const value of values) {
          search(JSON.stringify(value));
          for (const bytes of bytesIn(value)) search(await unpack(bytes));
        }
      }
      database.close();
    }
    if (kept === 0) throw new Error('the book is empty');
    const { chrome } = globalThis as unknown as {
      chrome: { storage: Record<'local' | 'session', { get(): Promise<object> }> };
    };
    search(JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]));
    return [...found];
  });
  const known = new Set(cards);
  return numbers.filter((number) => known.has(number));
}
