import { browser } from '#browser/index.ts';
import { type Language, languageOf, say, type TextKey } from '#text/index.ts';

/** Sets the page's `lang` and title to the browser's language, and gives it. */
export function showLanguage(title: TextKey): Language {
  const language = languageOf(browser.i18n.getUILanguage());
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say(language, title);
  return language;
}
