import { fail, ok, type Result } from '#money/result.ts';
import type { FileError } from './errors.ts';
import type { Member } from './zip.ts';

/**
 * The parts of a spreadsheet container as an uncompressed ZIP. The spreadsheet library unpacks without bounds; here everything was unpacked
 * with bounds before, and the library only copies. Parts that hold no cells (pictures, macros, fonts) are not given to it.
 */
export async function repack(members: readonly Member[]): Promise<Result<Uint8Array, FileError>> {
  const { CFB } = await import('@e965/xlsx');
  const container: unknown = CFB.utils.cfb_new();
  for (const member of members) {
    if (
      !/(?:\.(?:xml|rels|bin)$|^mimetype$)/i.test(member.name) ||
      /vbaProject|printerSettings|\/media\//i.test(member.name)
    )
      continue;
    const bytes = await member.unpack();
    if (!bytes.ok) return fail(bytes.error === 'needs-password' ? 'locked-workbook' : bytes.error);
    CFB.utils.cfb_add(container, `/${member.name.replace(/^\//, '')}`, bytes.value, { unsafe: true });
  }
  const packed: unknown = CFB.write(container, { fileType: 'zip', type: 'array', compression: false });
  return packed instanceof Uint8Array ? ok(packed) : ok(Uint8Array.from(packed as ArrayLike<number>));
}
