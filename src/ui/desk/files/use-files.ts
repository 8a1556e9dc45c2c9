import { useState } from 'preact/hooks';
import type { FileDeeds } from './deeds.ts';
import { type FileLine, type FileQueue, fileQueue } from './file-queue.ts';

export interface Files extends FileQueue {
  readonly lines: readonly FileLine[];
}

/** The dropped files of this page. */
export function useFiles(read: FileDeeds['read']): Files {
  const [lines, setLines] = useState<readonly FileLine[]>([]);
  const [queue] = useState(() => fileQueue(read, setLines));
  return { ...queue, lines };
}
