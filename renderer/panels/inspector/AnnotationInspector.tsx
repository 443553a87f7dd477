import type { Mark } from '../../../shared/model/schema';
import { patchMarks } from '../../canvas/annotations/annotation-actions';
import { annotationKindOf } from '../../canvas/annotations/index';
import { useEditor } from '../../store/editors';
import { Field } from '../../ui/Field';
import { t } from '../../words/t';
import { EditableFields } from '../fields/EditableFields';
import { TextField } from '../fields/TextField';
import { AnnotationStyle } from './AnnotationStyle';
import { ConvertHint } from './ConvertHint';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { LayerField } from './LayerField';
import { PresentationOrder } from './PresentationOrder';

/** An annotation: its text and its style, as its kind has them, and its layer. */
export function AnnotationInspector({ mark }: { readonly mark: Mark }) {
  const editor = useEditor();
  const view = annotationKindOf(mark.kind);
  const title = view === undefined ? t('Annotation “{kind}”', { kind: mark.kind }) : t(view.title);
  return (
    <>
      <InspectorHead icon={view?.icon ?? 'shapes'} name={title}>
        <span>
          {view === undefined ? t('not known to this version; kept as it is') : t('drawn, not analysed')}
        </span>
      </InspectorHead>
      <div className={styles.panel}>
        <ConvertHint id={mark.id} />
        <EditableFields>
          {view === undefined || view.textTitle === null ? null : (
            <Field stacked label={t(view.textTitle)}>
              {({ id }) => (
                <TextField
                  id={id}
                  multiline
                  value={mark.text ?? ''}
                  onCommit={(text) => patchMarks(editor, [mark.id], { text: text === '' ? null : text })}
                />
              )}
            </Field>
          )}
          {mark.kind === 'frame' ? (
            <Field stacked label={t('Speaker notes')}>
              {({ id }) => (
                <TextField
                  id={id}
                  multiline
                  value={mark.note ?? ''}
                  onCommit={(note) => patchMarks(editor, [mark.id], { note: note === '' ? null : note })}
                />
              )}
            </Field>
          ) : null}
          <AnnotationStyle marks={[mark]} />
          <LayerField marks={[mark]} />
        </EditableFields>
        {mark.kind === 'frame' ? <PresentationOrder id={mark.id} /> : null}
      </div>
    </>
  );
}
