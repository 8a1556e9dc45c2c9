/** A piece of text as it stands on a page: from the left and top edge, in points. `y` is its baseline. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pieces on one baseline, from left to right; what stands closer than a column gap is one piece. */
export interface Line {
  readonly y: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** Share of the letter height within which two baselines are one. */
const SAME_LINE = 0.35;
/** Gaps, in letter heights: up to which letters belong together, and up to which words do. */
const [LETTER_GAP, WORD_GAP] = [0.12, 0.62];

/** The lines of a page from top to bottom. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const filled = pieces.filter(({ text }) => text.trim() !== '');
  const sorted = [...filled].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { y: number; height: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const last = lines.at(-1);
    if (last && piece.y - last.y <= Math.max(last.height, piece.height) * SAME_LINE) {
      last.pieces.push(piece);
      last.height = Math.max(last.height, piece.height);
    } else lines.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return lines.map((line) => ({ ...line, pieces: joined(line.pieces) }));
}

export function textOf(line: Line): string {
  return line.pieces.map(({ text }) => text).join(' ');
}

function joined(pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    const last = done.at(-1);
    const gap = last ? piece.x - (last.x + last.width) : 0;
    if (last && gap <= piece.height * WORD_GAP && gap > -piece.height) {
      const blank = gap > piece.height * LETTER_GAP ? ' ' : '';
      const end = Math.max(last.x + last.width, piece.x + piece.width);
      done[done.length - 1] = { ...last, text: `${last.text}${blank}${piece.text}`, width: end - last.x };
    } else done.push(piece);
  }
  return done;
}
