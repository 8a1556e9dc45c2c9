import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipMember {
  /** The name's bytes as they stand in the archive. */
  readonly name: Uint8Array | string;
  readonly data: Uint8Array;
  /** What the directory claims the unpacked size to be, when it is to lie. */
  readonly claimedSize?: number;
}

/** A ZIP as Alipay's servers write it: deflated members, the UTF-8 flag unset whatever the names' bytes are. */
export function makeZip(members: readonly ZipMember[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize } of members) {
    const raw = typeof name === 'string' ? Buffer.from(name) : Buffer.from(name);
    const packed = deflateRawSync(data);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt16LE(0x6000, 6);
    shared.writeUInt16LE(0x5a21, 8);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claimedSize ?? data.length, 18);
    shared.writeUInt16LE(raw.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, raw, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, place, raw]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}
