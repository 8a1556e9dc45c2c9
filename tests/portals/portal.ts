/** One request as a portal sees it. */
export interface Ask {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: string;
  /** Asked through the plain, unencrypted door that needs no signing in. */
  readonly plain: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A stand-in for one portal: the hosts it answers for, and how. `null`: there is nothing at this path. */
export interface Portal {
  readonly hosts: readonly string[];
  answer(ask: Ask): Promise<Answer | null>;
}

export function html(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body };
}

export function json(value: unknown): Answer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) };
}

export function script(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body };
}

export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 302, headers: { location, ...headers }, body: '' };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
