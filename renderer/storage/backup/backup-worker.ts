import { serveJobs } from '../../engine/serve-jobs';
import { readLibraryFile } from './library-file';
import { type RestorableFile, restorableOf } from './restorable';

serveJobs<File, RestorableFile>(async (file) =>
  restorableOf(readLibraryFile(new Uint8Array(await file.arrayBuffer()))),
);
