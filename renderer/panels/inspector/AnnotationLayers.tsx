import type { MarkLayer } from '../../../shared/model/schema';
import {
  removeMarkLayer,
  renameMarkLayer,
  setAnnotationsShown,
} from '../../canvas/annotations/annotation-actions';
import { useDocument } from '../../store/document';
import { activeEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { TextField } from '../fields/TextField';
import styles from './AnnotationLayers.module.css';
import inspector from './Inspector.module.css';

/** All annotations, and each of their layers: shown or hidden, locked or not. */
export function AnnotationLayers() {
  const settings = useDocument((state) => state.design?.layout?.annotations);
  const hasMarks = useDocument((state) => (state.design?.layout?.marks?.length ?? 0) > 0);
  const layers = settings?.layers ?? [];
  if (!hasMarks && settings === undefined) return null;
  return (
    <section className={inspector.section}>
      <h3 className={inspector.sectionTitle}>{t('Annotations')}</h3>
      <EditableFields>
        <ul className={styles.layers}>
          <li className={styles.layer}>
            <span className={styles.name}>{t('All annotations')}</span>
            <Switches
              of={t('all annotations')}
              hidden={settings?.hidden === true}
              locked={settings?.locked === true}
            />
          </li>
          {layers.map((layer) => (
            <Layer key={layer.id} layer={layer} />
          ))}
        </ul>
      </EditableFields>
    </section>
  );
}

function Layer({ layer }: { readonly layer: MarkLayer }) {
  const { id, name = '', hidden = false, locked = false } = layer;
  return (
    <li className={styles.layer}>
      <TextField
        label={t('Name of the layer')}
        value={name}
        onCommit={(next) => renameMarkLayer(activeEditor(), id, next)}
      />
      <Switches layer={id} of={name === '' ? id : name} hidden={hidden} locked={locked} />
      <Button
        icon="trash-2"
        aria-label={t('Delete the layer {name}', { name: name === '' ? id : name })}
        onClick={() => removeMarkLayer(activeEditor(), id)}
      />
    </li>
  );
}

interface SwitchesProps {
  readonly layer?: string;
  /** What they switch, in words. */
  readonly of: string;
  readonly hidden: boolean;
  readonly locked: boolean;
}

function Switches({ layer, of, hidden, locked }: SwitchesProps) {
  return (
    <>
      <Button
        icon={hidden ? 'eye-off' : 'eye'}
        aria-pressed={hidden}
        aria-label={t('Hide {layer}', { layer: of })}
        onClick={() => setAnnotationsShown(activeEditor(), { layer, hidden: !hidden })}
      />
      <Button
        icon={locked ? 'lock' : 'lock-open'}
        aria-pressed={locked}
        aria-label={t('Lock {layer}', { layer: of })}
        onClick={() => setAnnotationsShown(activeEditor(), { layer, locked: !locked })}
      />
    </>
  );
}
