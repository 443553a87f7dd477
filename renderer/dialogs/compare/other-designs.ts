import type { Design } from '../../../shared/model/schema';
import { platform } from '../../platform/current';
import { database, type VersionLine } from '../../storage/database';
import { readStored } from '../../storage/designs';
import { readFile } from '../../storage/files/read-file';
import { readVersion } from '../../storage/versions';
import type { DocumentState } from '../../store/document';
import { designAtStep } from '../../store/editor/document';
import type { DesignSummary } from '../../store/workspace';
import type { SelectOption } from '../../ui/Select';
import { t } from '../../words/t';
import { versionTitle } from '../versions/version-words';

/** A design to compare with, or why there is none. */
export type OtherDesign =
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly message: string };

/** The steps of a history that are offered: the latest. */
const mostSteps = 30;

const stepValue = (done: number): string => `step ${done}`;
const storedValue = (id: string): string => `design ${id}`;

/** The choice that a version is. */
export const versionValue = (key: string): string => `version ${key}`;

/** What the open design can be compared with: itself at earlier and undone steps and in its versions, and the other designs of the library. */
export function otherChoices(
  document: Pick<DocumentState, 'design' | 'past' | 'future' | 'dropped'>,
  designs: readonly DesignSummary[],
  versions: readonly VersionLine[],
): readonly SelectOption[] {
  const { design, past, future, dropped } = document;
  const history = t('This design earlier');
  const all = [...past, ...future.toReversed()];
  const steps = all.map((step, at) => ({
    value: stepValue(at + 1),
    title: t('After “{step}”', { step: step.label }),
    group: history,
  }));
  const earlier = steps
    .toSpliced(past.length - 1, 1)
    .slice(-mostSteps)
    .toReversed();
  const first = {
    value: stepValue(0),
    title: dropped === 0 ? t('As it was opened') : t('Oldest step that is kept'),
    group: history,
  };
  const library = designs
    .filter(({ id }) => id !== design?.id)
    .map(({ id, name }) => ({ value: storedValue(id), title: name, group: t('Other designs') }));
  const kept = versions.map((line) => ({
    value: versionValue(line.key),
    title: versionTitle(line),
    group: t('Versions'),
  }));
  return [...(past.length === 0 ? earlier : [first, ...earlier]), ...kept, ...library];
}

/** The design of a choice. */
export async function otherDesign(value: string, document: DocumentState): Promise<OtherDesign> {
  const end = value.indexOf(' ');
  const [source, key] = [value.slice(0, end), value.slice(end + 1)];
  if (source === 'step') {
    const design = designAtStep(document, Number(key));
    return design === null ? { ok: false, message: t('This step is no longer kept.') } : { ok: true, design };
  }
  const stored = await (source === 'version' ? readVersion(database, key) : readStored(database, key));
  if (stored.kind === 'found') return { ok: true, design: stored.design };
  return {
    ok: false,
    message:
      stored.kind === 'failed'
        ? t('It could not be read: {message}', { message: stored.message })
        : stored.kind === 'missing'
          ? t('It is not in the library any more.')
          : t('It cannot be read: what is stored is no design.'),
  };
}

/** A design from a file that the person chooses; null where none is chosen. */
export async function designFromFile(): Promise<{
  readonly name: string;
  readonly other: OtherDesign;
} | null> {
  const file = await platform().pickFile();
  if (file === null) return null;
  const read = await readFile(file);
  const other: OtherDesign = read.ok ? read : { ok: false, message: read.lines.join(' ') };
  return { name: file.name, other };
}
