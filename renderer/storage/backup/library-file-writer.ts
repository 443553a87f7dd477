import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { crc32 } from '../../../shared/math/crc32';
import { fileNameOf, rawText } from '../file';
import {
  type BackupEntry,
  type BackupVersion,
  format,
  type ListedEntry,
  type ListedVersion,
  listName,
  version,
} from './library-file';

export interface LibraryFileWriter {
  readonly add: (entry: BackupEntry) => void;
  readonly addVersion: (version: BackupVersion) => void;
  /** Ends the file; `exportedAt` is an ISO-8601 time. */
  readonly finish: (exportedAt: string) => Blob;
}

/**
 * Writes a backup: a ZIP with a file for each design, which can be opened by itself, and a list of them. One design is
 * packed at a time, so that only what is packed is kept in memory.
 */
export function libraryFileWriter(): LibraryFileWriter {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(new Uint8Array(part));
  });
  const listed: ListedEntry[] = [];
  const versions: ListedVersion[] = [];
  /** Packs a design into a file of that name; its checksum. */
  const pack = (file: string, design: unknown): number => {
    const bytes = strToU8(rawText(design));
    const packed = new ZipDeflate(file);
    zip.add(packed);
    packed.push(bytes, true);
    return crc32(bytes);
  };
  const numbered = (count: number): string => String(count + 1).padStart(4, '0');
  return {
    add({ design, name, updatedAt, deletedAt }) {
      const folder = deletedAt === null ? 'designs' : 'trash';
      const file = `${folder}/${numbered(listed.length)} ${fileNameOf(name, 'loadline.json')}`;
      listed.push({ file, name, updatedAt, deletedAt, crc32: pack(file, design) });
    },
    addVersion({ design, of, name, savedAt }) {
      const file = `versions/${numbered(versions.length)} ${fileNameOf(name ?? savedAt, 'loadline.json')}`;
      versions.push({ file, of, name, savedAt, crc32: pack(file, design) });
    },
    finish(exportedAt) {
      // Not packed: a person can look into it, and it is small.
      const list = new ZipPassThrough(listName);
      zip.add(list);
      const content = { format, version, exportedAt, entries: listed };
      list.push(strToU8(rawText(versions.length === 0 ? content : { ...content, versions })), true);
      zip.end();
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}
