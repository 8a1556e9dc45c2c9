/** The only importer of the polyfill: one promise-based `browser` in both browsers. */
import browser from 'webextension-polyfill';

export type { Runtime, Tabs } from 'webextension-polyfill';
export { browser };
