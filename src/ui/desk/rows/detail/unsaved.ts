import { createContext } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';

/** The forms of one row that hold what is not kept yet, by name. */
export const Unsaved = createContext<Set<string>>(new Set());

/** Tells the dialog around it whether this form holds something that is not kept yet. */
export function useUnsaved(form: string, isUnsaved: boolean): void {
  const all = useContext(Unsaved);
  // Before the next key: what was saved a moment ago must not be asked about.
  useLayoutEffect(() => {
    if (isUnsaved) all.add(form);
    else all.delete(form);
  }, [all, form, isUnsaved]);
}
