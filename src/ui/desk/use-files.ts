import { useRef, useState } from 'preact/hooks';
import type { FileAnswer, FileStep, ReadFile } from './file-answer.ts';
import { type Gone, tellsOf } from './gone.ts';

/** One dropped file and how far it is. */
export interface FileLine {
  readonly id: number;
  readonly file: File;
  readonly state: { readonly is: 'waiting' } | FileStep | FileAnswer;
}

export interface Files {
  readonly lines: readonly FileLine[];
  readonly add: (files: readonly File[]) => void;
  readonly stop: (id: number) => void;
  readonly unlock: (id: number, password: string) => void;
  readonly remove: (id: number) => void;
  /** Puts away the lines that tell of what has left the book. */
  readonly forget: (gone: Gone) => void;
}

/** Takes in dropped files one after another, so that a pile of them needs the memory of one. Newest first. */
export function useFiles(read: ReadFile): Files {
  const [lines, setLines] = useState<readonly FileLine[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const aborts = useRef(new Map<number, AbortController>());
  const nextId = useRef(1);

  const show = (id: number, state: FileLine['state']) =>
    setLines((old) => old.map((line) => (line.id === id ? { ...line, state } : line)));

  const run = async (id: number, file: File, password: string | null, signal: AbortSignal) => {
    if (signal.aborted) return;
    show(id, { is: 'opening', done: 0, of: 0 });
    const step = (at: FileStep) => {
      if (!signal.aborted) show(id, at);
    };
    try {
      show(id, await read(file, { password, signal, step }));
    } catch {
      show(id, { is: 'refused', why: 'import.crashed' });
    }
    aborts.current.delete(id);
  };

  const enqueue = (id: number, file: File, password: string | null) => {
    const abort = new AbortController();
    aborts.current.set(id, abort);
    queue.current = queue.current.then(() => run(id, file, password, abort.signal));
  };

  return {
    lines,
    add: (files) => {
      const added = files.map((file): FileLine => ({ id: nextId.current++, file, state: { is: 'waiting' } }));
      setLines((old) => [...added, ...old]);
      for (const line of added) enqueue(line.id, line.file, null);
    },
    stop: (id) => {
      const line = lines.find((one) => one.id === id);
      aborts.current.get(id)?.abort();
      // One that runs tells its own end: what the book has already taken cannot be called stopped.
      if (line?.state.is === 'waiting') show(id, { is: 'stopped' });
    },
    unlock: (id, password) => {
      const line = lines.find((one) => one.id === id);
      if (!line) return;
      show(id, { is: 'waiting' });
      enqueue(id, line.file, password);
    },
    remove: (id) => setLines((old) => old.filter((line) => line.id !== id)),
    forget: (gone) => setLines((old) => old.filter(({ state }) => !tellsOf(state, gone))),
  };
}
