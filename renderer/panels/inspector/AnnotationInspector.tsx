import type { Mark } from '../../../shared/model/schema';
import { edit } from '../../store/document';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { TextField } from '../fields/TextField';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';

/** A note or a text on the canvas. */
export function AnnotationInspector({ mark }: { readonly mark: Mark }) {
  const title = mark.kind === 'text' ? t('Text') : t('Note');
  return (
    <>
      <InspectorHead icon={mark.kind === 'text' ? 'type' : 'sticky-note'} name={title}>
        <span>{t('drawn, not analysed')}</span>
      </InspectorHead>
      <div className={styles.panel}>
        <EditableFields>
          <TextField
            multiline
            label={title}
            value={mark.text ?? ''}
            onCommit={(text) =>
              edit(mark.kind === 'text' ? t('Write text') : t('Write note'), [
                { op: 'patch-mark', id: mark.id, patch: { text } },
              ])
            }
          />
        </EditableFields>
      </div>
    </>
  );
}
