import { arrearsText } from './areas/arrears.ts';
import { backupText } from './areas/backup.ts';
import { bookText } from './areas/book.ts';
import { capturesText } from './areas/captures.ts';
import { causesText } from './areas/causes.ts';
import { consequencesText } from './areas/consequences.ts';
import { costsText } from './areas/costs.ts';
import { coverageText } from './areas/coverage.ts';
import { deskText } from './areas/desk.ts';
import { directoryText } from './areas/directory.ts';
import { feeCheckText } from './areas/fee-check.ts';
import { filePreviewText } from './areas/file-preview.ts';
import { filesText } from './areas/files.ts';
import { matchesText } from './areas/matches.ts';
import { outcomesText } from './areas/outcomes.ts';
import { outlookText } from './areas/outlook.ts';
import { partsText } from './areas/parts.ts';
import { popupText } from './areas/popup.ts';
import { remindersText } from './areas/reminders.ts';
import { reportText } from './areas/report.ts';
import { rowsText } from './areas/rows.ts';
import { teachText } from './areas/teach.ts';
import { termsText } from './areas/terms.ts';
import { termsFormText } from './areas/terms-form.ts';
import type { Phrase } from './phrase.ts';

const phrases = {
  ...arrearsText,
  ...backupText,
  ...bookText,
  ...capturesText,
  ...causesText,
  ...consequencesText,
  ...costsText,
  ...coverageText,
  ...deskText,
  ...directoryText,
  ...feeCheckText,
  ...filePreviewText,
  ...filesText,
  ...matchesText,
  ...outcomesText,
  ...outlookText,
  ...partsText,
  ...popupText,
  ...remindersText,
  ...reportText,
  ...rowsText,
  ...teachText,
  ...termsFormText,
  ...termsText,
};

export type TextKey = keyof typeof phrases;
export type Language = 'zh' | 'en';

/** The language to show: Chinese for any Chinese browser, English otherwise. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Whether a key that came as plain text (from a module that may not know this one) has a sentence. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(phrases, key);

/** The sentence for a key. A param that is missing stays visible as `{name}`: never a silent blank. */
export function say(language: Language, key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
  const phrase: Phrase = phrases[key];
  return phrase[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
