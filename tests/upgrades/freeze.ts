/** A database as data: every record of every table, bytes as base64, so that a version of the book can be kept for the tests of all later ones. */
export interface Frozen {
  /** As the browser counts it: ten times Dexie's. */
  readonly version: number;
  readonly tables: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
    readonly records: readonly unknown[];
  }[];
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

export async function freeze(name: string): Promise<Frozen> {
  const db = await answered(indexedDB.open(name));
  const tables = await Promise.all(
    [...db.objectStoreNames].map(async (table) => {
      const store = db.transaction(table).objectStore(table);
      const indexes = [...store.indexNames].map((index) => ({ name: index, keyPath: store.index(index).keyPath }));
      const records = (await answered(store.getAll())).map(packed);
      return { name: table, keyPath: store.keyPath as string | string[], indexes, records };
    }),
  );
  const { version } = db;
  db.close();
  return { version, tables };
}

/** Puts it back as it was, under another name if need be. Uses nothing but its arguments, so that it can be sent into a page. */
export async function thaw(name: string, { version, tables }: Frozen): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const unpacked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpacked);
    if (typeof value !== 'object' || value === null) return value;
    const [first] = Object.entries(value);
    if (first && ['Uint8Array', 'Uint32Array'].includes(first[0]) && typeof first[1] === 'string') {
      const bytes = Uint8Array.from(atob(first[1]), (character) => character.charCodeAt(0));
      return first[0] === 'Uint32Array' ? new Uint32Array(bytes.buffer) : bytes;
    }
    return Object.fromEntries(Object.entries(value).map(([field, of]) => [field, unpacked(of)]));
  };
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const { name: table, keyPath, indexes } of tables) {
      const store = request.result.createObjectStore(table, { keyPath });
      for (const index of indexes) store.createIndex(index.name, index.keyPath);
    }
  };
  const db = await done(request);
  for (const { name: table, records } of tables) {
    const store = db.transaction(table, 'readwrite').objectStore(table);
    for (const record of records) await done(store.put(unpacked(record)));
  }
  db.close();
}

const KINDS = { Uint8Array, Uint32Array } as const;

function packed(value: unknown): unknown {
  for (const [kind, made] of Object.entries(KINDS)) {
    if (!(value instanceof made)) continue;
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { [kind]: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  }
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, packed(of)]));
}
