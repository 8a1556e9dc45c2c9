/** Where a file goes that is written part by part. */
export interface Sink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** The file is whole. */
  readonly close: () => Promise<void>;
  /** Nothing of it is to be left. */
  readonly abort: () => Promise<void>;
}

interface Picker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<{
    createWritable(): Promise<{
      write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
      close(): Promise<void>;
      abort(): Promise<void>;
    }>;
  }>;
}

/** From here on a file is written straight to disk, where the browser can: before, it is held until it is whole. */
const MANY_ROWS = 200_000;

/** Hands a finished file to the browser to save. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Where a file of so many rows is written to; null where the merchant chose no place. Must be asked for right after a press. */
export async function sinkFor(name: string, rows: number): Promise<Sink | null> {
  const { showSaveFilePicker } = window as Window & Picker;
  if (rows < MANY_ROWS || !showSaveFilePicker) return heldSink(name);
  try {
    const handle = await showSaveFilePicker.call(window, { suggestedName: name });
    return await handle.createWritable();
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
    throw thrown;
  }
}

/** Parts become blobs, which the browser may keep on disk. */
function heldSink(name: string): Sink {
  const TOGETHER = 4 * 1024 * 1024;
  const parts: Blob[] = [];
  let open: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const pack = (): void => {
    parts.push(new Blob(open));
    open = [];
    size = 0;
  };
  return {
    write: async (bytes) => {
      open.push(bytes);
      size += bytes.length;
      if (size > TOGETHER) pack();
    },
    close: async () => {
      pack();
      save(new Blob(parts, { type: 'application/octet-stream' }), name);
    },
    abort: async () => undefined,
  };
}
