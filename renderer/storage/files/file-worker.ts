import { withPlaces } from '../../../shared/edits/arrange';
import { readDesignFile } from '../../../shared/formats/read-design-file';
import { serveJobs } from '../../engine/serve-jobs';
import type { FileAnswer } from './file-jobs';
import { beyondWindow } from './window-limits';

serveJobs<File, FileAnswer>(read);

async function read(file: File): Promise<FileAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // A folder, or a file that is gone or may not be read: the browser says which.
    return { ok: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
  const result = await readDesignFile(file.name, bytes);
  if (!result.ok) return result;
  const [design] = result.value.designs;
  const beyond = beyondWindow(design);
  if (beyond !== null) return { ok: 'too-large-for-window', ...beyond };
  return { ok: true, value: withPlaces(design) };
}
