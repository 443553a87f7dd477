import type { Mark } from '../../../shared/model/schema';
import { addMarkLayer, patchMarks } from '../../canvas/annotations/annotation-actions';
import { useDocument } from '../../store/document';
import { activeEditor } from '../../store/editors';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { t } from '../../words/t';

const none = ':none';
const fresh = ':new';

/** The layer of annotations that these belong to. */
export function LayerField({ marks }: { readonly marks: readonly Mark[] }) {
  const layers = useDocument((state) => state.design?.layout?.annotations?.layers) ?? [];
  const known = new Set(layers.map(({ id }) => id));
  const chosen = new Set(marks.map(({ layer }) => (layer !== undefined && known.has(layer) ? layer : none)));
  const [only = none] = chosen;
  const ids = marks.map(({ id }) => id);
  const choose = (value: string): void => {
    const editor = activeEditor();
    if (value === fresh) addMarkLayer(editor, t('Layer {number}', { number: layers.length + 1 }), ids);
    else patchMarks(editor, ids, { layer: value === none ? null : value });
  };
  return (
    <Field label={t('Layer')}>
      {(field) => (
        <Select
          {...field}
          value={chosen.size === 1 ? only : ''}
          options={[
            ...(chosen.size === 1 ? [] : [{ value: '', title: t('Several layers') }]),
            { value: none, title: t('No layer') },
            ...layers.map(({ id, name = '' }) => ({ value: id, title: name === '' ? id : name })),
            { value: fresh, title: t('New layer') },
          ]}
          onChange={choose}
        />
      )}
    </Field>
  );
}
