import { fail, ok, type Result } from '#money/result.ts';
import type { FileError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Pace } from '../pace.ts';

/** An element with what it holds; names without their namespace's prefix, because banks choose prefixes and versions freely. */
export interface Element {
  readonly name: string;
  text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

const SLICE = 1 << 16;
const DEEPEST = 60;
/** Elements held at one time: one entry and the head of its statement. */
const HELD_MAX = 200_000;

type Why = 'unsafe-xml' | 'too-large' | 'broken';

/** Thrown out of the parser's callbacks: the parser would go on to the end of what it was given. */
class Refused extends Error {
  readonly why: Why;

  constructor(why: Why) {
    super(why);
    this.why = why;
  }
}

function refuse(why: Why): never {
  throw new Refused(why);
}

function troubleOf(work: () => void): Why | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

/**
 * Walks through XML and gives each element when it ends; what the visitor takes is let go, so that memory is bounded by one entry.
 * A document type is refused, and the parser defines no entity of it: XML bombs and foreign files are what it is for here.
 * `cut`: the document ends in the middle. `broken`: it is not XML.
 */
export async function readXml(
  text: string,
  pace: Pace,
  visit: (element: Element) => 'taken' | 'kept',
): Promise<Result<null, Extract<FileError, 'unsafe-xml' | 'stopped' | 'too-large'> | 'broken' | 'cut'>> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let held = 0;
  let trouble: Why | null = null;
  parser.on('doctype', () => refuse('unsafe-xml'));
  parser.on('error', () => refuse('broken'));
  parser.on('opentag', ({ local, attributes }) => {
    held++;
    if (open.length >= DEEPEST || held > HELD_MAX) refuse('too-large');
    const plain = Object.values(attributes).map((attribute) => [attribute.local, attribute.value] as const);
    open.push({ name: local, text: '', attributes: Object.fromEntries(plain), children: [] });
  });
  parser.on('text', (words) => {
    const element = open.at(-1);
    if (element && element.text.length < LIMITS.cell) element.text += words.slice(0, LIMITS.cell);
  });
  parser.on('cdata', (words) => {
    const element = open.at(-1);
    if (element && element.text.length < LIMITS.cell) element.text += words.slice(0, LIMITS.cell);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    if (visit(element) === 'taken') held = open.length;
    else open.at(-1)?.children.push(element);
  });
  for (let at = 0; at < text.length && !trouble; at += SLICE) {
    if (!(await pace.step(at, text.length))) return fail('stopped');
    trouble = troubleOf(() => void parser.write(text.slice(at, at + SLICE)));
  }
  if (trouble) return fail(trouble);
  if (open.length > 0) return fail('cut');
  trouble = troubleOf(() => void parser.close());
  return trouble ? fail(trouble) : ok(null);
}
