import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, LIBRARIES, type Library } from './libraries.ts';

const HEAD = `# Pages drawn by real table libraries

Written by \`npm run render:pages\`. Each folder \`lib-<name>-<version>\` holds pages that this version of a library drew in Chromium from invented
trades: the document as it stood, without scripts, pictures and the insides of SVG icons. Of the library's style sheet those rules are kept that
apply to an element of the page, and of them only the declarations that decide what is shown and where (display, visibility, position, size,
overflow, borders, fonts, generated content …) with the custom properties they need. The tool refuses a page whose visible text differs from what was drawn, or
in which a cell stands more than four pixels elsewhere. \`expected.json\` is made of the data that was given to the library, never of what our reader made of the page.

Card numbers are of no real card: an issuer's first digits, zeros, a counter and a right check digit.

| library | version | licence | copyright | pairs |
|---|---|---|---|---|
`;

const MIT = `
## MIT licence

The markup and style rules in these pages come from the libraries above, each under the MIT licence (free jqGrid: taken under MIT, which it offers beside GPL 2):

> Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
> "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
> distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
> following conditions:
>
> The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.
>
> THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
> MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
> CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
> SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** Whose work it is, in the words of the package's own licence file, or else its declared author. */
function copyrightOf(library: Library, root: string): string {
  const folder = join(root, 'node_modules', library.name);
  for (const name of readdirSync(folder).filter((file) => /^(licen[cs]e|copying|readme)/i.test(file))) {
    const line = /^.*copyright (?:\(c\)|©|\d{4}).*$/im.exec(readFileSync(join(folder, name), 'utf8'))?.[0];
    if (line !== undefined) return line.replace(/[*#|]/g, '').trim();
  }
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    author?: string | { name?: string };
  };
  const name = typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : author?.name;
  return name === undefined ? `the authors of ${library.name}` : `Copyright (c) ${name}`;
}

/** The text of `LIBRARIES.md`: what is in the folder of pairs, by whom, under which licence. */
export function libraryList(pairs: string, rootOf: (library: Library) => string): string {
  const lines = LIBRARIES.flatMap((library) => {
    const folder = join(pairs, folderOf(library));
    if (!existsSync(folder)) return [];
    const there = readdirSync(folder).sort();
    const { name, version, licence } = library;
    return [`| ${name} | ${version} | ${licence} | ${copyrightOf(library, rootOf(library))} | ${there.join(', ')} |`];
  });
  return `${HEAD}${lines.join('\n')}\n${MIT}`;
}
