import { defineBackground } from 'wxt/utils/define-background';
import { startKeeper } from '#keeper/listeners.ts';

export default defineBackground(() => startKeeper());
