import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { snapshot } from '#tables/sanitise/snapshot.ts';

/** Injected only where the merchant asks to save the page for a report; its result is the answer. */
export default defineUnlistedScript(() => snapshot(document));
