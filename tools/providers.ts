import { readFileSync, writeFileSync } from 'node:fs';
import { withDirectory } from './providers/table.ts';

/** `npm run providers`: writes the directory's part of docs/providers.md from `src/providers`. */
const DOCS = new URL('../docs/providers.md', import.meta.url);

writeFileSync(DOCS, withDirectory(readFileSync(DOCS, 'utf8')));
