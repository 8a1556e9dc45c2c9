/**
 * Draws the product's icons, `public/icon/{16,32,48,128}.png`: a radar disc, its sweep, and a yuan sign.
 * Pure Node, the same bytes at every run. `node tools/icons.ts` after a change of the drawing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
type Point = readonly [x: number, y: number];

const DISC: Colour = [11, 104, 87, 1];
const SWEEP: Colour = [124, 224, 200, 0.75];
const RING: Colour = [255, 255, 255, 0.34];
const SIGN: Colour = [255, 255, 255, 1];

/** Everything is drawn on a square from −1 to 1, y downwards. */
const SIGN_STROKES: readonly (readonly [Point, Point])[] = [
  [
    [-0.36, -0.52],
    [0, -0.04],
  ],
  [
    [0.36, -0.52],
    [0, -0.04],
  ],
  [
    [0, -0.04],
    [0, 0.56],
  ],
  [
    [-0.32, 0.06],
    [0.32, 0.06],
  ],
  [
    [-0.32, 0.3],
    [0.32, 0.3],
  ],
];

function toSegment([x, y]: Point, [[ax, ay], [bx, by]]: readonly [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** Small icons need fewer lines, and thicker ones. */
function colourAt(point: Point, size: number): Colour | null {
  const [x, y] = point;
  const radius = Math.hypot(x, y);
  if (radius > 0.97) return null;
  const half = size <= 16 ? 0.115 : size <= 32 ? 0.095 : 0.08;
  if (SIGN_STROKES.some((stroke) => toSegment(point, stroke) < half)) return SIGN;
  let colour = DISC;
  // The sweep: brightest at its edge, which stands at one o'clock, and fading behind it over a quarter turn.
  const behind = (Math.PI / 6 - Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);
  if (behind < Math.PI / 1.7) colour = over(colour, SWEEP, (1 - behind / (Math.PI / 1.7)) ** 1.4);
  if (size > 16 && Math.abs(radius - 0.74) < (size <= 32 ? 0.035 : 0.022)) colour = over(colour, RING, 1);
  return colour;
}

function over(below: Colour, above: Colour, strength: number): Colour {
  const alpha = above[3] * strength;
  const mix = (i: 0 | 1 | 2): number => below[i] * (1 - alpha) + above[i] * alpha;
  return [mix(0), mix(1), mix(2), 1];
}

/** RGBA pixels, each the mean of 8 × 8 points within it. */
function draw(size: number): Buffer {
  const grid = 8;
  const pixels = Buffer.alloc(size * size * 4);
  for (let index = 0; index < size * size; index += 1) {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let part = 0; part < grid * grid; part += 1) {
      const x = (index % size) + ((part % grid) + 0.5) / grid;
      const y = Math.floor(index / size) + (Math.floor(part / grid) + 0.5) / grid;
      const colour = colourAt([(2 * x) / size - 1, (2 * y) / size - 1], size);
      if (!colour) continue;
      covered += 1;
      for (const i of [0, 1, 2] as const) sum[i] = (sum[i] ?? 0) + colour[i];
    }
    if (covered === 0) continue;
    for (const i of [0, 1, 2]) pixels[index * 4 + i] = Math.round((sum[i] ?? 0) / covered);
    pixels[index * 4 + 3] = Math.round((255 * covered) / (grid * grid));
  }
  return pixels;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** An 8-bit RGBA PNG (ISO/IEC 15948), no filter. */
export function png(size: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const lines = Buffer.concat(
    Array.from({ length: size }, (_, y) =>
      Buffer.concat([Buffer.of(0), pixels.subarray(y * size * 4, (y + 1) * size * 4)]),
    ),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const folder = new URL('../public/icon/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const size of [16, 32, 48, 128]) writeFileSync(new URL(`${size}.png`, folder), png(size, draw(size)));
