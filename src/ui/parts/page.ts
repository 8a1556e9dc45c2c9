import { type Language, languageOf, say, type TextKey } from '#text/index.ts';

/** Sets the page's `lang` and title to the language that the browser asks pages for, and gives it. */
export function showLanguage(title: TextKey): Language {
  const language = languageOf(navigator.language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say(language, title);
  return language;
}
