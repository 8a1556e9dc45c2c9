/** What systems and spreadsheet programs leave in folders, and nobody means to drop. */
const LEFT_BEHIND = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;
/** Files of one drop; whoever drops a whole disk by mistake stops here. */
const MOST = 500;
const DEEPEST = 8;

export interface Dropped {
  readonly files: readonly File[];
  /** Some were not taken: too many, too deep, or not to be read. */
  readonly missed: boolean;
}

/**
 * The files of a drop, those in folders too, by their paths in order. What is dropped can only be asked while the event lasts; the folders are walked after it.
 */
export function droppedFiles(transfer: DataTransfer | null): Promise<Dropped> {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const parts = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files = [...(transfer?.files ?? [])];
  // Only folders need a walk; files are there at once.
  if (!parts.some((part) => part !== null && 'isDirectory' in part && part.isDirectory))
    return Promise.resolve({ files, missed: false });
  return collect(parts.filter((part) => part !== null));
}

async function collect(parts: readonly (FileSystemEntry | File)[]): Promise<Dropped> {
  const files: File[] = [];
  let missed = false;
  for (const part of parts) {
    if (part instanceof File) files.push(part);
    else if (!(await walk(part, 0, files))) missed = true;
  }
  return { files, missed };
}

/** False if something below was not taken. */
async function walk(entry: FileSystemEntry, depth: number, files: File[]): Promise<boolean> {
  if (depth > 0 && LEFT_BEHIND.test(entry.name)) return true;
  if (files.length >= MOST || depth > DEEPEST) return false;
  try {
    if (isFile(entry)) {
      files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
      return true;
    }
    if (!isFolder(entry)) return false;
    let whole = true;
    const inside = await entriesOf(entry);
    for (const next of inside.sort((a, b) => a.fullPath.localeCompare(b.fullPath))) {
      if (!(await walk(next, depth + 1, files))) whole = false;
    }
    return whole;
  } catch {
    return false;
  }
}

/** A reader gives a folder's entries in parts (Chromium: by hundreds), and none when it is done. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return all;
    all.push(...part);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
