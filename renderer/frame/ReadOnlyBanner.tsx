import { useState } from 'react';
import { goHome, openStored } from '../storage/library';
import { keepDeleted, takeOver } from '../storage/session';
import { useDocument } from '../store/document';
import { useSaving } from '../store/saving';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { t } from '../words/t';
import styles from './ReadOnlyBanner.module.css';

/** Shown while this window may not write what it shows: another one does, or the design was deleted. */
export function ReadOnlyBanner() {
  const isDeleted = useSaving((state) => state.isDeleted);
  return isDeleted ? <DeletedBanner /> : <OtherWindowBanner />;
}

function DeletedBanner() {
  const [keeping, setKeeping] = useState(false);
  const keep = async (): Promise<void> => {
    const id = await keepDeleted();
    if (id !== null) await openStored(id);
  };
  return (
    <div className={styles.banner} role="status">
      <Icon name="trash" size={15} />
      <span>{t('This design was deleted in another window, or the browser cleared its data.')}</span>
      <Button
        disabled={keeping}
        onClick={() => {
          setKeeping(true);
          void keep().finally(() => setKeeping(false));
        }}
      >
        {t('Keep a copy')}
      </Button>
      <Button onClick={() => void goHome()}>{t('Close')}</Button>
    </div>
  );
}

function OtherWindowBanner() {
  const readOnly = useDocument((state) => state.readOnly);
  const [taking, setTaking] = useState(false);
  if (!readOnly) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon name="lock" size={15} />
      <span>{t('Open in another window. Here it is read-only and shows the changes made there.')}</span>
      <Button
        disabled={taking}
        onClick={() => {
          setTaking(true);
          void takeOver().finally(() => setTaking(false));
        }}
      >
        {taking ? t('Taking over…') : t('Take over')}
      </Button>
    </div>
  );
}
