import { minify } from 'terser';

/** What is loaded into every frame of a page. */
const IN_PAGES = /^(?:reader|walker)\.js$/;

interface Built {
  readonly type: string;
  code?: string;
}

/** Makes the scripts that are put into pages smaller once more: the bundler's own minifier is quicker, and leaves more. */
export const smallScripts = {
  name: 'small-scripts',
  enforce: 'post' as const,
  async generateBundle(_options: unknown, bundle: Readonly<Record<string, Built>>): Promise<void> {
    for (const [name, built] of Object.entries(bundle)) {
      if (!IN_PAGES.test(name) || built.code === undefined) continue;
      // One way of writing each comparison packs better. Arrows are shorter: no function of ours is called with `new`, and no getter of ours does anything.
      const small = await minify(built.code, {
        ecma: 2020,
        compress: { passes: 2, lhs_constants: false, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
      });
      built.code = small.code ?? built.code;
    }
  },
};
