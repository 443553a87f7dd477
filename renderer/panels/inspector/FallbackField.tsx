import { type Design, type Edge, edgesOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { basisWords } from '../fields/basis-words';
import type { EdgeSectionProps } from './edge-section';

/** The other calls of the caller that this one can be a fallback of; none where it has a fallback itself. */
function callsBeside(design: Design, edge: Edge): readonly Edge[] {
  const edges = edgesOf(design);
  if (edges.some(({ fallbackOf }) => fallbackOf === edge.id)) return [];
  return edges.filter(
    ({ id, from, fallbackOf }) => from === edge.from && id !== edge.id && fallbackOf === undefined,
  );
}

/** The call after whose failure this one is tried. */
export function FallbackField({ edge, resolved, set }: EdgeSectionProps) {
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const calls = callsBeside(design, edge);
  if (calls.length === 0) return null;
  const title = t('Fallback of');
  return (
    <Field
      field="fallbackOf"
      label={title}
      hint={t('Called only when that call fails; no load and no latency while it works')}
      about={basisWords(resolved.basis.fallbackOf)}
      onReset={edge.fallbackOf === undefined ? undefined : () => set('fallbackOf', null, title)}
    >
      {(ids) => (
        <Select
          {...ids}
          muted={edge.fallbackOf === undefined}
          value={edge.fallbackOf ?? ''}
          options={[
            { value: '', title: t('no call') },
            ...calls.map(({ id, to }) => ({ value: id, title: partName(design, to) })),
          ]}
          onChange={(id) => set('fallbackOf', id === '' ? null : id, title)}
        />
      )}
    </Field>
  );
}
