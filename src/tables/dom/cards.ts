import { type Found, toFound } from './found.ts';
import { Grid, plainCell } from './grid.ts';
import { holds, parentOf } from './safe.ts';
import type { Line } from './survey.ts';
import { bareLabel, FIGURE_LABEL, IDENTITY_LABEL, isLabel } from './words.ts';

interface Pair {
  readonly name: string;
  readonly value: string;
  readonly element: Element;
  readonly isFigure: boolean;
}

const MONEY = '[-+−–]?\\s*(?:\\p{Sc}|[A-Z]{3})?\\s*[-+−]?\\s*\\d[\\d,，]*(?:\\.\\d+)?';
const DAY = '\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\p{L}+ \\d+, \\d{4}';
/** `账户余额（元）： −1,286.40`, several on one line allowed. */
const INLINE = new RegExp(
  `([\\p{L}][\\p{L}\\s（）()/·]{0,24}?)\\s*[:：]?\\s*(${DAY}|${MONEY})(\\s*(?:元|万元|分))?(?=$|[\\s，,；;|])`,
  'gu',
);
const VALUE = new RegExp(`^(?:${DAY}|${MONEY}\\s*(?:元|万元|分)?|-{1,2}|—)$`, 'u');
const IDENTITY = new RegExp(`^(${IDENTITY_LABEL.source})\\s*[:：]?\\s*(\\S.{0,60})$`, 'iu');

const near = (a: Element, b: Element): boolean => {
  let up: Element | null = a;
  for (let level = 0; level < 4 && up !== null; level += 1) up = parentOf(up);
  return up === null || holds(up, b);
};

const isFigureLabel = (text: string): boolean => {
  const bare = bareLabel(text);
  return (
    bare.length <= 24 &&
    isLabel(bare) &&
    FIGURE_LABEL.test(bare) &&
    !/[。；，,;]|\d[.\d]|\d\s*(?:元|万元|分)$/.test(bare)
  );
};

/** Labelled figures on one line, or a label with its figure on the line after or before. */
function pairsOf(lines: readonly Line[]): Pair[] {
  const pairs: Pair[] = [];
  let usedAsValue = -1;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > 160) continue;
    const { text, element } = line;
    if (isFigureLabel(text)) {
      const after = lines[at + 1];
      const before = lines[at - 1];
      const fits = (other: Line | undefined): other is Line =>
        other !== undefined && VALUE.test(other.text) && near(other.element, element);
      const free = usedAsValue !== at - 1 && fits(before) ? before : null;
      const value = nearer(element, free, fits(after) ? after : null);
      if (value === null) continue;
      usedAsValue = value === after ? at + 1 : at - 1;
      pairs.push({ name: bareLabel(text), value: value.text, element, isFigure: true });
      continue;
    }
    for (const [, name, figure, unit] of text.matchAll(INLINE)) {
      const label = bareLabel((name ?? '').trim())
        .replace(/^(?:您|贵商户|贵司)的?/, '')
        .replace(/(?:共计|合计|为|是|共)$/, '')
        .trim();
      if (isFigureLabel(label))
        pairs.push({ name: label, value: `${figure ?? ''}${unit ?? ''}`.trim(), element, isFigure: true });
    }
    const whose = IDENTITY.exec(text);
    if (whose !== null) pairs.push({ name: whose[1] ?? '', value: whose[2] ?? '', element, isFigure: false });
    else if (IDENTITY_LABEL.test(text) && bareLabel(text).length <= 10) {
      const value = lines[at + 1];
      if (value !== undefined && value.text.length <= 60 && near(value.element, element)) {
        pairs.push({ name: bareLabel(text), value: value.text, element, isFigure: false });
      }
    }
  }
  return pairs;
}

/** The figure that shares the smallest part of the page with the label; of two as near, the one above, which no other label has taken. */
function nearer(label: Element, before: Line | null, after: Line | null): Line | null {
  if (before === null || after === null) return before ?? after;
  return levelsBetween(label, before.element) <= levelsBetween(label, after.element) ? before : after;
}

function levelsBetween(a: Element, b: Element): number {
  let level = 0;
  for (let up: Element | null = a; up !== null && !holds(up, b); up = parentOf(up)) level += 1;
  return level;
}

/**
 * Figures that a page states on cards (账户余额, 欠费金额, 应缴金额, 到期日): one table whose header is the labels and whose one row is the values,
 * so that the interpreter needs no second way. A label that comes again begins a new table.
 */
export async function cardTables(lines: readonly Line[]): Promise<Found[]> {
  const groups: Pair[][] = [];
  let group: Pair[] = [];
  for (const pair of pairsOf(lines)) {
    if (group.some((other) => other.name === pair.name)) {
      groups.push(group);
      group = [];
    }
    group.push(pair);
  }
  groups.push(group);
  const found: Found[] = [];
  for (const pairs of groups.slice(0, 100)) {
    if (!pairs.some((pair) => pair.isFigure)) continue;
    const first = pairs.find((pair) => pair.isFigure) ?? pairs[0];
    if (first === undefined) continue;
    const grid = new Grid();
    grid.add(
      pairs.map((pair) => plainCell(pair.name, true)),
      'head',
    );
    grid.add(
      pairs.map((pair) => plainCell(pair.value, false)),
      'body',
    );
    const card = await toFound({
      element: first.element,
      way: 'key-value',
      where: `card: ${first.name}`,
      grid,
    });
    if (card !== null) found.push(card);
  }
  return found;
}
