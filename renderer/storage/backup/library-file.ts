import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import { crc32 } from '../../../shared/math/crc32';
import { jsonExcess } from '../../../shared/model/json-limits';
import { parseJson } from '../../../shared/model/parse-json';
import { z } from '../../../shared/model/zod';

/** What is in a backup for one design: the design as it was stored, and where it was. */
export interface BackupEntry {
  readonly design: unknown;
  readonly updatedAt: string | null;
  /** When it was moved to the trash; null for one of the library. */
  readonly deletedAt: string | null;
  readonly name: string;
}

/** A kept version of one of the designs. */
export interface BackupVersion {
  readonly design: unknown;
  /** Id of the design that it is a version of. */
  readonly of: string;
  readonly name: string | null;
  readonly savedAt: string;
}

export type LibraryFile =
  /** `damaged`: the names of entries that are cut off or changed; the others can be used. */
  | {
      readonly ok: true;
      readonly entries: readonly BackupEntry[];
      readonly versions: readonly BackupVersion[];
      readonly damaged: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'no-backup' | 'damaged' | 'newer' | 'too-large' };

/** A small file must not fill the memory: the most that a backup may unpack to, and that it may list. */
const mostUnpackedBytes = 500_000_000;
const mostEntries = 20_000;
/** Each is found by unpacking all the others again. */
const mostDamagedFiles = 100;

/** The file in a backup that lists the others, what it says that it is, and its version. */
export const listName = 'library.json';
export const format = 'loadline-library';
export const version = 1;

const listSchema = z.object({
  format: z.literal(format),
  version: z.number(),
  entries: z.array(
    z.object({
      file: z.string(),
      name: z.string(),
      updatedAt: z.string().nullable(),
      deletedAt: z.string().nullable(),
      crc32: z.number(),
    }),
  ),
  // A list of its own: a program that does not know versions takes the designs and leaves these.
  versions: z
    .array(
      z.object({
        file: z.string(),
        of: z.string(),
        name: z.string().nullable(),
        savedAt: z.string(),
        crc32: z.number(),
      }),
    )
    .exactOptional(),
});

export type ListedEntry = z.infer<typeof listSchema>['entries'][number];
export type ListedVersion = NonNullable<z.infer<typeof listSchema>['versions']>[number];

/** Whether a file is a ZIP, by its first bytes; only a backup of the library is one. */
export const isZip = (bytes: Uint8Array): boolean =>
  strFromU8(bytes.subarray(0, 4), true) === 'PK\u0003\u0004';

/** What is in a backup. Never throws: a file may be anything. */
export function readLibraryFile(bytes: Uint8Array): LibraryFile {
  if (!isZip(bytes)) return { ok: false, reason: 'no-backup' };
  const size = unpackedSize(bytes);
  if (size === null) return { ok: false, reason: 'damaged' };
  if (size.bytes > mostUnpackedBytes || size.files > mostEntries) return { ok: false, reason: 'too-large' };
  const files = unpack(bytes);
  if (files === null) return { ok: false, reason: 'damaged' };
  const packedList = files.get(listName);
  if (packedList === undefined) return { ok: false, reason: 'no-backup' };
  const list = jsonIn(packedList);
  if (list === undefined) return { ok: false, reason: 'damaged' };
  const parsed = listSchema.safeParse(list);
  if (!parsed.success) return { ok: false, reason: 'no-backup' };
  if (parsed.data.version > version) return { ok: false, reason: 'newer' };
  const damaged: string[] = [];
  const designOf = (file: string, sum: number): unknown => {
    const packed = files.get(file);
    return packed !== undefined && crc32(packed) === sum ? jsonIn(packed) : undefined;
  };
  const entries = parsed.data.entries.flatMap((listed): readonly BackupEntry[] => {
    const { file, name, updatedAt, deletedAt, crc32: sum } = listed;
    const design = designOf(file, sum);
    if (design === undefined) damaged.push(name);
    return design === undefined ? [] : [{ design, name, updatedAt, deletedAt }];
  });
  const versions = (parsed.data.versions ?? []).flatMap((listed): readonly BackupVersion[] => {
    const { file, of, name, savedAt, crc32: sum } = listed;
    const design = designOf(file, sum);
    if (design === undefined) damaged.push(name ?? savedAt);
    return design === undefined ? [] : [{ design, of, name, savedAt }];
  });
  return { ok: true, entries, versions, damaged };
}

function unpackedSize(bytes: Uint8Array): { readonly bytes: number; readonly files: number } | null {
  let total = 0;
  let files = 0;
  try {
    unzipSync(bytes, {
      filter(file) {
        files += 1;
        total += file.originalSize;
        return false;
      },
    });
    return { bytes: total, files };
  } catch {
    return null;
  }
}

/** The files of a ZIP by name, without those that are damaged; null where too many are. Each attempt finds one of them. */
function unpack(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const left = new Set<string>();
  while (left.size <= mostDamagedFiles) {
    let at = '';
    try {
      const filter = ({ name }: UnzipFileInfo): boolean => {
        if (left.has(name)) return false;
        at = name;
        return true;
      };
      return new Map(Object.entries(unzipSync(bytes, { filter })));
    } catch {
      left.add(at);
    }
  }
  return null;
}

/** A value in a file of a backup; undefined where it is no JSON, or more than a design can be. */
function jsonIn(bytes: Uint8Array): unknown {
  const text = strFromU8(bytes);
  // A parser takes fifty bytes of memory for each bracket.
  return jsonExcess(text) === null ? parseJson(text).value : undefined;
}
