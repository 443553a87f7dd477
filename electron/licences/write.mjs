import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordedPackages } from './bundled-packages.mjs';
import { copiedWorks } from './copied-works.mjs';
import { noticeOf, noticeOfCopy, printNotices } from './notices.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The last step of a build: the notices of all that is in it, for the window to show and as a text beside it. */
const notices = [
  ...[...recordedPackages(root)].map(([folder, parts]) =>
    noticeOf(folder, [...parts], join(root, 'assets/licences')),
  ),
  ...copiedWorks.map((work) => noticeOfCopy(work, root)),
].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));

writeFileSync(join(root, 'dist/renderer/licenses.json'), `${JSON.stringify(notices)}\n`);
writeFileSync(join(root, 'dist/licenses.txt'), printNotices(notices));
