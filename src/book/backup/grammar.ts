import { type Counts, FORMAT_VERSION, type Line, MOST, ORDER } from './format.ts';
import { Refused } from './types.ts';

type Of<R extends Line['record']> = Extract<Line, { record: R }>;

/** What a capture saw stands behind its head, what rows were behind the trace, and a damaged day among the rows. */
const AMONG: Readonly<Record<string, string>> = { seen: 'capture', image: 'trace', damaged: 'row' };

/** Checks that each line may stand where it stands, and says nothing that contradicts what came before. Throws `Refused`. */
export class Grammar {
  #place = -1;
  #ended = false;
  #records = 0;
  readonly #counts: { -readonly [K in keyof Counts]: number } = {
    accounts: 0,
    marks: 0,
    captures: 0,
    rows: 0,
    images: 0,
    papers: 0,
    recipes: 0,
    terms: 0,
  };
  #tail: Of<'book'>['tail'] | null = null;
  #last: Of<'capture'> | null = null;
  #version = 0;
  readonly #accounts = new Set<string>();
  readonly #termsOf = new Set<string>();
  /** The last row's account and day, and the keys of that day. */
  #day: { readonly account: string; readonly day: string; readonly keys: Set<string> } | null = null;
  #trace: number | null = null;
  /** Bytes that must still come. */
  #missing = 0;

  next(line: Line): void {
    this.#records += 1;
    if (this.#records > MOST.records) throw new Refused('too-large');
    // Nothing follows the end.
    if (this.#ended) throw new Refused('altered');
    if (line.record === 'bytes') {
      this.#bytes(line);
      return;
    }
    must(this.#missing === 0);
    this.#move(line);
    switch (line.record) {
      case 'book':
        if (line.version > FORMAT_VERSION) throw new Refused('newer-format');
        must(this.#tail === null);
        this.#version = line.version;
        this.#tail = line.tail;
        break;
      case 'account':
        must(!this.#accounts.has(line.id));
        this.#accounts.add(line.id);
        this.#counts.accounts += 1;
        break;
      case 'mark':
        must(this.#accounts.has(line.account));
        this.#counts.marks += 1;
        break;
      case 'capture':
        this.#capture(line);
        break;
      case 'seen':
        must(line.seq === this.#last?.seq && this.#last.erasedAt === null && this.#last.sightErasedAt === undefined);
        this.#missing = line.size;
        break;
      case 'row':
        this.#row(line);
        break;
      case 'damaged':
        this.#nextDay(line);
        break;
      case 'trace':
        must(line.seq <= this.#end() && line.seq > (this.#trace ?? 0));
        this.#trace = line.seq;
        break;
      case 'image':
        must(line.seq === this.#trace && this.#accounts.has(line.was.account));
        this.#counts.images += 1;
        break;
      case 'paper':
        this.#counts.papers += 1;
        this.#missing = line.size;
        break;
      case 'recipe':
        this.#counts.recipes += 1;
        break;
      case 'terms':
        must(this.#version >= 2 && !this.#termsOf.has(line.terms.account));
        this.#termsOf.add(line.terms.account);
        this.#counts.terms += 1;
        break;
      case 'check':
        break;
      case 'end':
        this.#finish(line);
    }
  }

  /** To be called when the lines have ended. */
  end(): void {
    if (!this.#ended) throw new Refused('cut-short');
  }

  /** Number of the book's last capture. */
  #end(): number {
    return this.#tail?.seq ?? 0;
  }

  #move({ record }: Line): void {
    const place = (ORDER as readonly string[]).indexOf(AMONG[record] ?? record);
    must(place >= this.#place && (this.#place >= 0 || record === 'book'));
    this.#place = place;
  }

  #bytes({ base64 }: Of<'bytes'>): void {
    const size = (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
    must(base64.length % 4 === 0 && size > 0 && size <= this.#missing);
    this.#missing -= size;
  }

  #capture(head: Of<'capture'>): void {
    this.#counts.captures += 1;
    if (this.#counts.captures > MOST.captures) throw new Refused('too-large');
    // A book of which a capture is missing is restored as it is, and its chain says so.
    must(head.seq > (this.#last?.seq ?? 0) && head.seq <= this.#end() && (head.sameAs ?? 0) < head.seq);
    this.#last = head;
  }

  #row({ account, day, key, seenIn, supersededBy }: Of<'row'>): void {
    this.#counts.rows += 1;
    if (this.#day?.account !== account || this.#day.day !== day) this.#nextDay({ account, day });
    const keys = this.#day?.keys ?? new Set();
    must(!keys.has(key) && [...seenIn, supersededBy ?? 1].every((seq) => seq <= this.#end()));
    keys.add(key);
    if (keys.size > MOST.rowsOfDay) throw new Refused('too-large');
  }

  #nextDay({ account, day }: { readonly account: string; readonly day: string }): void {
    const last = this.#day;
    const follows = last === null || account > last.account || (account === last.account && day > last.day);
    must(follows && this.#accounts.has(account));
    this.#day = { account, day, keys: new Set() };
  }

  #finish({ counts }: Of<'end'>): void {
    const own = this.#counts;
    const agrees = (Object.keys(own) as (keyof Counts)[]).every((name) => own[name] === counts[name]);
    must(agrees && this.#tail !== null);
    this.#ended = true;
  }
}

function must(holds: boolean): void {
  if (!holds) throw new Refused('altered');
}
