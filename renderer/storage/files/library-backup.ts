import { workerKinds } from '../../engine/worker-kinds';
import { platform } from '../../platform/current';
import { type NoticeAction, showNotice } from '../../store/notice';
import { toast } from '../../store/workspace';
import { t } from '../../words/t';
import type { ReadBackup } from '../backup/read-backup';
import type { Restoration } from '../backup/restore-plan';
import { database } from '../database';
import { messageOf } from '../failure';
import { flush } from '../session';

/** What reads and writes backups is loaded only when one is wanted. */
const loadBackup = () => import('../backup/backup');
const loadReader = () => import('../backup/read-backup');

/** Hands the whole library over as one file. */
export async function saveBackup(): Promise<void> {
  try {
    // What is being drawn right now belongs to it.
    await flush();
    const now = new Date().toISOString();
    const { backUp } = await loadBackup();
    const { file, designCount } = await backUp(database, now);
    await platform().saveFile(`Loadline library ${now.slice(0, 10)}.zip`, file);
    toast(t('{count, plural, one {# design} other {# designs}} backed up', { count: designCount }));
  } catch (error) {
    toast(t('The library could not be backed up: {message}', { message: messageOf(error) }), {
      tone: 'error',
    });
  }
}

/** Lets the person choose a backup and restores it. */
export async function chooseAndRestore(): Promise<void> {
  const file = await platform().pickFile();
  if (file !== null) await restoreBackup(file);
}

/** Says what restoring this backup would do, and does it once the person agrees. */
export async function restoreBackup(file: File): Promise<void> {
  const { readBackup } = await loadReader();
  const read = await readBackup(file);
  if (!read.ok) return refuse(file.name, read);
  const { previewRestore, restore } = await loadBackup();
  const plan = await previewRestore(database, read);
  const run = async (): Promise<void> => {
    const now = new Date().toISOString();
    const done = await restore(database, read, now, () => crypto.randomUUID());
    if ('ok' in done) tellFailed(done.reason, done.message);
    else tellRestored(done);
  };
  const isMore = plan.added.length > 0 || plan.versionCount > 0;
  const action: NoticeAction = { label: t('Restore'), variant: 'primary', run: () => void run() };
  showNotice({
    title: t('Restore “{name}”?', { name: file.name }),
    text: isMore
      ? t('Nothing in the library is overwritten.')
      : t('There is nothing to restore: the library has all of it.'),
    lines: [...linesOf(plan), ...unreadableLines(read.unreadable), ...damagedLines(read.damaged)],
    actions: isMore ? [action] : [],
  });
}

function linesOf({ newCount, sameCount, differentCount, versionCount }: Restoration): readonly string[] {
  return [
    t('New, added: {count}', { count: newCount }),
    t('Same as in the library, left alone: {count}', { count: sameCount }),
    t('Different from the library, added as a copy “… (restored)”: {count}', { count: differentCount }),
    ...(versionCount === 0 ? [] : [t('Versions of them, added: {count}', { count: versionCount })]),
  ];
}

const unreadableLines = (names: readonly string[]): readonly string[] =>
  names.map((name) => t('“{name}” cannot be read by this version and stays in the file', { name }));

const damagedLines = (names: readonly string[]): readonly string[] =>
  names.map((name) => t('“{name}” is damaged in the file and cannot be restored', { name }));

function refuse(name: string, refusal: Extract<ReadBackup, { readonly ok: false }>): void {
  const message = refusal.reason === 'failed' ? refusal.message : '';
  const texts = {
    'no-backup': t('It is not a backup of a Loadline library. Nothing has changed.'),
    damaged: t('The file is damaged or was cut off. Nothing has changed.'),
    newer: t(
      'It was written by a newer version of Loadline. Update Loadline to restore it. Nothing has changed.',
    ),
    hung: t('It took longer than {seconds} seconds to read and was stopped. Nothing has changed.', {
      seconds: workerKinds.backups.limitMs / 1000,
    }),
    failed: t('It could not be read ({message}). Nothing has changed.', {
      message: message || t('no message'),
    }),
    'too-large': t('It is larger than a backup can be. Nothing has changed.'),
  };
  showNotice({
    title: t('“{name}” could not be restored', { name }),
    text: texts[refusal.reason],
    actions: [{ label: t('Choose another file'), variant: 'primary', run: () => void chooseAndRestore() }],
  });
}

function tellFailed(reason: 'full' | 'failed', message: string): void {
  const text =
    reason === 'full'
      ? t('The disk seems to be full: nothing was restored. Free some space and try again.')
      : t('Nothing was restored: {message}', { message });
  toast(text, { tone: 'error' });
}

function tellRestored({ added, versionCount }: Restoration): void {
  toast(
    added.length === 0
      ? t('{count, plural, one {# version} other {# versions}} restored', { count: versionCount })
      : t('{count, plural, one {# design} other {# designs}} restored', { count: added.length }),
  );
}
