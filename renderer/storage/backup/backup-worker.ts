import { serveJobs } from '../../engine/serve-jobs';
import { type LibraryFile, readLibraryFile } from './library-file';

serveJobs<File, LibraryFile>(async (file) => readLibraryFile(new Uint8Array(await file.arrayBuffer())));
