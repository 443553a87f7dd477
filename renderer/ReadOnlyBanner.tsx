import { useState } from 'react';
import { t } from './i18n/t';
import styles from './ReadOnlyBanner.module.css';
import { takeOver } from './storage/session';
import { useDocument } from './store/document';
import { Button } from './ui/Button';
import { Icon } from './ui/Icon';

/** Shown while another window writes the design that this one shows. */
export function ReadOnlyBanner() {
  const readOnly = useDocument((state) => state.readOnly);
  const [taking, setTaking] = useState(false);
  if (!readOnly) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon name="lock" size={15} />
      <span>{t('Open in another window: here it can be looked at and follows what is done there.')}</span>
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
