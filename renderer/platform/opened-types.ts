import { endingsOf } from '../../shared/formats/format';
import { readers } from '../../shared/formats/readers';

/** A backup of the library. */
const backup = { endings: ['zip'], mediaTypes: ['application/zip'] } as const;

/** The file types of the open dialog: every format that is read, and backups. */
export const openedTypes: string = [
  ...[...readers.flatMap(endingsOf), ...backup.endings].map((ending) => `.${ending}`),
  ...readers.flatMap(({ mediaTypes }) => mediaTypes),
  ...backup.mediaTypes,
].join(',');
