import { withPlaces } from '../../../shared/edits/arrange';
import { readDesignFile } from '../../../shared/importers/read-design-file';
import type { Job, JobAnswer } from '../../engine/jobs';
import type { FileAnswer } from './file-jobs';
import { beyondWindow } from './window-limits';

self.addEventListener('message', ({ data }: MessageEvent<Job<File>>) => {
  // A rejection would stay in the worker: reported as an error, it reaches who asked.
  answer(data).catch(reportError);
});

async function answer({ job, asked }: Job<File>): Promise<void> {
  const message: JobAnswer<FileAnswer> = { job, told: await read(asked) };
  self.postMessage(message);
}

async function read(file: File): Promise<FileAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // A folder, or a file that is gone or may not be read: the browser says which.
    return { ok: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
  const result = readDesignFile(file.name, bytes);
  if (!result.ok) return result;
  const beyond = beyondWindow(result.value);
  if (beyond !== null) return { ok: 'too-large-for-window', ...beyond };
  return { ok: true, value: withPlaces(result.value) };
}
