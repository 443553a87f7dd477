import type { ReactNode } from 'react';
import type { LayerId } from '../../../shared/model/vocabulary';
import { useEditor } from '../../store/editors';
import { useSelection } from '../../store/selection';
import { useView } from '../../store/view';
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
  /** Further buttons at the end of the first row. */
  readonly buttons?: ReactNode;
}

/** The part that is inspected, where the panel is, and the close button: a column never closes, it goes back to the design. */
export function InspectorHead({ icon, layer, name, onRename, children, buttons }: InspectorHeadProps) {
  const { clearSelection, setView } = useEditor();
  const isColumn = useView((state) => state.inspectorPlace === 'column');
  const showsDesign = useSelection((state) => state.ids.size === 0 && state.flow === null);
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
      <div className={styles.controls}>
        {buttons}
        <Button
          variant="quiet"
          icon="panel-right"
          aria-label={t('Inspector as a column')}
          aria-pressed={isColumn}
          onClick={() => setView({ inspectorPlace: isColumn ? 'overlay' : 'column' })}
        />
        {isColumn && showsDesign ? null : (
          <Button
            variant="quiet"
            icon="x"
            aria-label={isColumn ? t('Clear selection') : t('Close the inspector')}
            onClick={() => {
              clearSelection();
              setView({ inspectDesign: false });
            }}
          />
        )}
      </div>
      <div className={styles.subtitle}>
        <EditableFields>{children}</EditableFields>
      </div>
    </header>
  );
}
