import type { ReactNode } from 'react';
import type { LayerId } from '../../../shared/model/vocabulary';
import { clearSelection } from '../../store/selection';
import { setView } from '../../store/view';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { TextField } from '../fields/TextField';
import styles from './Inspector.module.css';

interface InspectorHeadProps {
  readonly icon: string;
  readonly layer?: LayerId;
  /** The name; editable where `onRename` is given. */
  readonly name: string;
  readonly onRename?: (name: string) => void;
  readonly children?: ReactNode;
}

/** The part that is inspected, and the close button. */
export function InspectorHead({ icon, layer, name, onRename, children }: InspectorHeadProps) {
  return (
    <header className={styles.head}>
      <span className={styles.tile} data-layer={layer}>
        <Icon name={icon} size={18} />
      </span>
      <div className={styles.title}>
        {onRename === undefined ? (
          <h2 className={styles.heading}>{name}</h2>
        ) : (
          <>
            <h2 className="visually-hidden">{name}</h2>
            <EditableFields>
              <TextField className={styles.name} label={t('Name')} value={name} onCommit={onRename} />
            </EditableFields>
          </>
        )}
      </div>
      <Button
        variant="quiet"
        icon="x"
        aria-label={t('Close the inspector')}
        onClick={() => {
          clearSelection();
          setView({ inspectDesign: false });
        }}
      />
      <div className={styles.subtitle}>
        <EditableFields>{children}</EditableFields>
      </div>
    </header>
  );
}
