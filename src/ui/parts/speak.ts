import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, say, type TextKey } from '#text/index.ts';

export const LanguageContext = createContext<Language>('zh');

/** Says a sentence in the language shown. */
export type Say = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

/** The speaker of a language, for code outside components. */
export const speaker =
  (language: Language): Say =>
  (key, params = {}) =>
    say(language, key, params);

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useSay(): Say {
  return speaker(useLanguage());
}
