import { render } from 'preact';
import type { Language } from '#text/index.ts';
import { Desk } from '#ui/desk/desk.tsx';
import { showLanguage } from '#ui/parts/page.ts';
import { readStored, type Stored, useNow, useStored } from '#ui/parts/stored.ts';
import { lookAfterBook } from './book-state.ts';
import { deeds } from './deeds.ts';

function Live({ first, language }: { first: Stored; language: Language }) {
  const stored = useStored(first);
  const teaching = location.hash === '#teach';
  return <Desk {...stored} language={language} now={useNow()} deeds={deeds} teaching={teaching} />;
}

const language = showLanguage('desk.page-title');
const root = document.getElementById('app');
if (root) void readStored().then((first) => render(<Live first={first} language={language} />, root));
void lookAfterBook();
