import { fallbackChoices } from '../../../shared/edits/fallbacks';
import { useDocument } from '../../store/document';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { basisWords } from '../fields/basis-words';
import type { EdgeSectionProps } from './edge-section';

/** The call after whose failure this one is tried. */
export function FallbackField({ edge, resolved, set }: EdgeSectionProps) {
  const design = useDocument((state) => state.design);
  if (design === null) return null;
  const calls = fallbackChoices(design, edge.id);
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
