import type { Control } from '#look/controls.ts';
import type { Eyes } from '#look/eyes.ts';
import { type ScriptLink, scriptLink } from './script-link.ts';

/** Presses a link whose address is a script in the page's own world; null: nobody does, the walk's own press must do. */
export type PressScript = (link: ScriptLink) => Promise<boolean | null>;

/** Presses a control as a person does. Refuses anything that is no control (any more). */
export async function press(control: Control, doc: Document, eyes: Eyes, pressScript: PressScript): Promise<boolean> {
  if (!eyes.isStill(control)) return false;
  const link = scriptLink(control.element, doc, eyes);
  const pressed = link === null ? null : await pressScript(link).catch(() => false);
  if (pressed !== null) return pressed;
  if (!eyes.isStill(control)) return false;
  control.element.click();
  return true;
}
