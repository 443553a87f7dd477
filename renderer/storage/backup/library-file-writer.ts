import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { crc32 } from '../../../shared/math/crc32';
import { fileNameOf, rawText } from '../file';
import { type BackupEntry, format, type ListedEntry, listName, version } from './library-file';

export interface LibraryFileWriter {
  readonly add: (entry: BackupEntry) => void;
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
  return {
    add({ design, name, updatedAt, deletedAt }) {
      const folder = deletedAt === null ? 'designs' : 'trash';
      const number = String(listed.length + 1).padStart(4, '0');
      const file = `${folder}/${number} ${fileNameOf(name, 'loadline.json')}`;
      const bytes = strToU8(rawText(design));
      const packed = new ZipDeflate(file);
      zip.add(packed);
      packed.push(bytes, true);
      listed.push({ file, name, updatedAt, deletedAt, crc32: crc32(bytes) });
    },
    finish(exportedAt) {
      // Not packed: a person can look into it, and it is small.
      const list = new ZipPassThrough(listName);
      zip.add(list);
      list.push(strToU8(rawText({ format, version, exportedAt, entries: listed })), true);
      zip.end();
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}
