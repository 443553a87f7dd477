import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectRoot } from '../../electron/launch/project.mjs';

/** The files below folders of the project, as paths with slashes from its root; a folder that is not there has none. */
export function filesBelow(...folders: readonly string[]): readonly string[] {
  return (
    folders
      .filter((folder) => existsSync(join(projectRoot, folder)))
      .flatMap((folder) => readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
      // What the tools put there, and git ignores.
      .filter((path) => !path.startsWith('tests/.results/') && !path.includes('/node_modules/'))
      .sort()
  );
}
