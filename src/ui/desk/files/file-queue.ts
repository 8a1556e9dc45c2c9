import type { Undone } from '#book/merge/undo.ts';
import type { BillPreview, BillStep } from '#records/bill.ts';
import { type Gone, tellsOf } from '../gone.ts';
import type { FileAnswer, FileDeeds, KeptAnswer } from './deeds.ts';

export type FileState =
  | { readonly is: 'waiting' }
  | BillStep
  | FileAnswer
  | { readonly is: 'keeping' }
  | { readonly is: 'left-out' }
  | KeptAnswer
  /** Null where it had been undone elsewhere. */
  | { readonly is: 'undone'; readonly undone: Undone | null };

/** One dropped file and how far it is. */
export interface FileLine {
  readonly id: number;
  readonly file: File;
  readonly state: FileState;
  /** The merchant said "all": what asks nothing is taken in as soon as it is read. */
  readonly agreed: boolean;
}

export interface FileQueue {
  readonly add: (files: readonly File[]) => void;
  readonly stop: (id: number) => void;
  readonly unlock: (id: number, password: string) => void;
  /** Reads a file once more that was stopped, or that something went wrong with. */
  readonly again: (id: number) => void;
  readonly keep: (id: number) => void;
  readonly leave: (id: number) => void;
  /** Takes in every file of `takenByAll`, those that are still to be read as soon as they are. */
  readonly keepAll: () => void;
  readonly undone: (id: number, undone: Undone | null) => void;
  readonly remove: (id: number) => void;
  /** Puts away the lines that tell of what has left the book. */
  readonly forget: (gone: Gone) => void;
}

/** How much may lie open and wait for the merchant's word; a single file may always. */
export const MOST_OPEN = { files: 4, bytes: 200 * 1024 * 1024 };

/** Nothing of the file can be counted, and it does not say that there is nothing. */
export const isNotUnderstood = ({ outcome, count }: BillPreview): boolean => count === 0 && outcome !== 'empty';

/** A file that is taken in only when the merchant says so of this very file. */
export const isAsking = (preview: BillPreview): boolean =>
  preview.strangers.length > 0 || preview.sameAs !== null || isNotUnderstood(preview);

/** The files that "all" would take in. */
export const takenByAll = (lines: readonly FileLine[]): readonly FileLine[] =>
  lines.filter(
    ({ state, agreed }) => !agreed && (isUnread(state) || (state.is === 'preview' && !isAsking(state.preview))),
  );

/** Nothing speaks against this file: reading it once more may do. */
export const mayBeReadAgain = (state: FileState): boolean =>
  state.is === 'stopped' || (state.is === 'refused' && state.why === 'import.crashed');

export const isUnread = ({ is }: FileState): boolean => is === 'waiting' || is === 'opening' || is === 'interpreting';

/**
 * Reads dropped files one after another and holds a few of them open until the merchant has said what is to become of them. Newest drop first.
 * @param changed told of the lines whenever they are others
 */
export function fileQueue(read: FileDeeds['read'], changed: (lines: readonly FileLine[]) => void): FileQueue {
  let lines: readonly FileLine[] = [];
  let nextId = 1;
  let running: { readonly id: number; readonly abort: AbortController } | null = null;
  let kept: Promise<void> = Promise.resolve();
  const passwords = new Map<number, string>();

  const put = (now: readonly FileLine[]) => {
    lines = now;
    changed(lines);
  };
  const change = (id: number, part: Partial<FileLine>) =>
    put(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const show = (id: number, state: FileState) => change(id, { state });
  const stateOf = (id: number): FileState | undefined => lines.find((line) => line.id === id)?.state;

  const hasRoom = ({ file }: FileLine): boolean => {
    const open = lines.filter(({ state }) => state.is === 'preview' || state.is === 'keeping');
    const bytes = open.reduce((sum, line) => sum + line.file.size, file.size);
    return open.length === 0 || (open.length < MOST_OPEN.files && bytes <= MOST_OPEN.bytes);
  };

  const goOn = () => {
    if (running !== null) return;
    const next = lines.filter(({ state }) => state.is === 'waiting').reduce(older, null);
    if (next !== null && hasRoom(next)) void run(next);
  };

  const run = async ({ id, file }: FileLine) => {
    const abort = new AbortController();
    running = { id, abort };
    show(id, { is: 'opening', done: 0, of: 0 });
    const { signal } = abort;
    const step = (at: BillStep) => {
      if (!signal.aborted) show(id, at);
    };
    const answer = await read(file, { password: passwords.get(id) ?? null, signal, step }).catch(crashed);
    passwords.delete(id);
    running = null;
    if (!signal.aborted) show(id, answer);
    else if (answer.is === 'preview') answer.held.leave();
    const line = lines.find((one) => one.id === id);
    if (line?.agreed && line.state.is === 'preview' && !isAsking(line.state.preview)) keep(id);
    goOn();
  };

  const keep = (id: number) => {
    const state = stateOf(id);
    if (state?.is !== 'preview') return;
    show(id, { is: 'keeping' });
    kept = kept.then(async () => {
      show(id, await state.held.keep().catch(crashed));
      goOn();
    });
  };

  const again = (id: number) => {
    const state = stateOf(id);
    if (state === undefined || !mayBeReadAgain(state)) return;
    change(id, { state: { is: 'waiting' }, agreed: false });
    goOn();
  };

  return {
    add: (files) => {
      put([
        ...files.map((file): FileLine => ({ id: nextId++, file, state: { is: 'waiting' }, agreed: false })),
        ...lines,
      ]);
      goOn();
    },
    stop: (id) => {
      const state = stateOf(id);
      if (state === undefined || !isUnread(state)) return;
      show(id, { is: 'stopped' });
      if (running?.id === id) running.abort.abort();
      goOn();
    },
    unlock: (id, password) => {
      passwords.set(id, password);
      show(id, { is: 'waiting' });
      goOn();
    },
    again,
    keep,
    leave: (id) => {
      const state = stateOf(id);
      if (state?.is !== 'preview') return;
      state.held.leave();
      show(id, { is: 'left-out' });
      goOn();
    },
    keepAll: () => {
      const all = new Set(takenByAll(lines).map(({ id }) => id));
      put(lines.map((line) => (all.has(line.id) ? { ...line, agreed: true } : line)));
      for (const id of all) keep(id);
    },
    undone: (id, undone) => show(id, { is: 'undone', undone }),
    remove: (id) => put(lines.filter((line) => line.id !== id)),
    forget: (gone) => {
      const left = lines.filter(({ state }) => tellsOf(state, gone));
      for (const { state } of left) if (state.is === 'preview') state.held.leave();
      put(lines.filter((line) => !left.includes(line)));
      goOn();
    },
  };
}

const crashed = () => ({ is: 'refused', why: 'import.crashed' }) as const;

const older = (first: FileLine | null, line: FileLine): FileLine =>
  first !== null && first.id < line.id ? first : line;
