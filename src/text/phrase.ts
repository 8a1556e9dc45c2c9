/** Both languages of one sentence stand side by side, so that neither can be forgotten. `{name}` is filled from params. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}
