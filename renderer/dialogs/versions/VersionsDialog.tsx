import { type FormEvent, useState } from 'react';
import type { Design } from '../../../shared/model/schema';
import type { VersionLine } from '../../storage/database';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../words/t';
import { versionValue } from '../compare/other-designs';
import trash from '../TrashDialog.module.css';
import { useVersions } from './use-versions';
import styles from './VersionsDialog.module.css';
import { keepVersion, removeVersion, restoreVersion } from './version-actions';
import { savedWhen, versionTitle } from './version-words';

const longestName = 80;

/** The kept versions of the open design: save one under a name, compare with one, restore or delete it. */
export function VersionsDialog() {
  const { setView } = useEditor();
  const design = useDocument((state) => state.design);
  const readOnly = useDocument((state) => state.readOnly);
  const versions = useVersions(design?.id ?? null);
  const close = (): void => setView({ dialog: null });
  if (design === null) return null;
  return (
    <Dialog title={t('Versions')} onClose={close} footer={<Button onClick={close}>{t('Close')}</Button>}>
      <SaveForm design={design} />
      <p className={trash.lead}>
        {t(
          'Automatic versions have the design as it was before a stretch of edits: all of the last hour, one an hour for a day, one a day for a month. Those with a name stay.',
        )}
      </p>
      {versions?.length === 0 ? <p className={styles.none}>{t('No version is kept yet.')}</p> : null}
      <ul className={trash.list} aria-label={t('Kept versions')}>
        {(versions ?? []).map((line) => (
          <VersionRow key={line.key} line={line} readOnly={readOnly} />
        ))}
      </ul>
    </Dialog>
  );
}

function SaveForm({ design }: { readonly design: Design }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const written = name.trim();
    if (written === '') return;
    void keepVersion(design, written).then((isKept) => {
      if (isKept) setName('');
    });
  };
  return (
    <form className={styles.form} aria-label={t('Save version')} onSubmit={submit}>
      <input
        className={styles.name}
        data-autofocus
        aria-label={t('Name of the version')}
        placeholder={t('Name of the version')}
        autoComplete="off"
        maxLength={longestName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="primary" disabled={name.trim() === ''}>
        {t('Save version')}
      </Button>
    </form>
  );
}

function VersionRow({ line, readOnly }: { readonly line: VersionLine; readonly readOnly: boolean }) {
  const editor = useEditor();
  const title = versionTitle(line);
  return (
    <li className={trash.line}>
      <span className={trash.name} data-automatic={line.name === null ? '' : undefined}>
        {line.name ?? t('Automatic')}
      </span>
      <time className={trash.when} dateTime={line.savedAt}>
        {savedWhen(line.savedAt)}
      </time>
      <Button
        aria-label={t('Compare with {name}', { name: title })}
        onClick={() => editor.setView({ dialog: 'compare', compareWith: versionValue(line.key) })}
      >
        {t('Compare')}
      </Button>
      <Button
        disabled={readOnly}
        aria-label={t('Restore {name}', { name: title })}
        onClick={() => void restoreVersion(editor, line)}
      >
        {t('Restore')}
      </Button>
      <Button
        variant="quiet"
        icon="trash"
        aria-label={t('Delete {name} permanently', { name: title })}
        onClick={() => void removeVersion(line)}
      />
    </li>
  );
}
