import type { HealthChecks } from '../../../shared/catalog/health-checks';
import { nodeTitle } from '../../../shared/catalog/node-title';
import type { ResolvedNode } from '../../../shared/catalog/resolved';
import type { ConfigField } from '../../../shared/model/config';
import { type FieldShape, wordOf } from '../../../shared/model/fields/field';
import { configFields } from '../../../shared/model/fields/index';
import type { Node } from '../../../shared/model/schema';
import { topicOfField } from '../../../shared/practice/topics/subjects';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { Field } from '../../ui/Field';
import { shortNumber } from '../../ui/number-text';
import { language } from '../../words/language';
import { listed, t } from '../../words/t';
import { ReferenceLink } from '../ReferenceLink';
import { defaultWords } from './basis-words';
import { ConfigControl, isTiered } from './ConfigControl';
import { type ConfigValue, defaultOf, fallbackOf, healthChecksIn } from './config-values';
import { HitRates } from './HitRates';

interface ConfigFieldRowProps {
  readonly node: Node;
  readonly resolved: ResolvedNode;
  readonly field: ConfigField;
}

/** One field of a node's configuration: the value of the document or its default, the source of the default, and a reset button. */
export function ConfigFieldRow({ node, resolved, field }: ConfigFieldRowProps) {
  const { edit } = useEditor();
  const info = configFields[field];
  const design = useDocument((state) => (field === 'healthChecks' ? state.design : null));
  if (info.shape.type === 'share-by-flow') return <HitRates node={node} resolved={resolved} />;
  const own = node.config?.[field] as ConfigValue | undefined;
  const checks = design === null ? null : healthChecksIn(resolvedOf(design).design, resolved);
  const fallback = fallbackOf(resolved, field, checks);
  const title = t(info.title);
  const label = t('Change {field} of {name}', { field: title, name: nodeTitle(resolved, language()) });
  const set = (value: ConfigValue | null): void => {
    edit(label, [{ op: 'patch-config', id: node.id, patch: { [field]: value } }], {
      mergeKey: `${node.id}.${field}`,
    });
  };
  return (
    <Field
      label={title}
      hint={info.hint === undefined ? undefined : t(info.hint)}
      field={field}
      about={
        checks === null || own !== undefined
          ? basisOf(resolved, field, info.shape)
          : healthChecksWords(checks)
      }
      more={<ReferenceLink part="topics" id={topicOfField(field)} />}
      note={own === undefined ? null : defaultNote(resolved, field, info.shape)}
      onReset={own === undefined ? undefined : () => set(null)}
      stacked={info.shape.type === 'several' || isTiered(own ?? fallback)}
    >
      {(ids) => (
        <ConfigControl
          {...ids}
          title={title}
          shape={info.shape}
          own={own}
          fallback={fallback}
          onChange={set}
          sizes={[resolved.kind.minScaleUp ?? 1, resolved.kind.maxScaleUp ?? 8]}
        />
      )}
    </Field>
  );
}

/** Why health checks cover what they do where that is not set. */
function healthChecksWords({ basis }: HealthChecks): string | null {
  switch (basis) {
    case 'dns':
      return t('DNS leads elsewhere while what is behind an address does not work');
    case 'regions':
      return t('Its callees are in different regions: one replaces the other only as a whole');
    case 'self':
      return t('Its callees are not in different regions');
    case 'document':
      return null;
  }
}

/** The source of the default and the range of real systems, also while the field is set. */
const basisOf = (node: ResolvedNode, field: ConfigField, shape: FieldShape) =>
  defaultWords(defaultOf(node, field), shape.type === 'number' ? shape.unit : null);

function defaultNote(node: ResolvedNode, field: ConfigField, shape: FieldShape): string | null {
  const given = defaultOf(node, field);
  return given === undefined ? null : t('Default {value}', { value: valueWords(given.value, shape) });
}

function valueWords(value: ConfigValue, shape: FieldShape): string {
  if (isTiered(value)) return t('by volume');
  if (shape.type === 'price-per-gb' && typeof value === 'number') return shortNumber(value, 'count');
  if (shape.type === 'number' && typeof value === 'number') {
    return shortNumber(value, shape.unit);
  }
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  const word = (one: unknown): string => t(wordOf(shape, String(one)));
  return Array.isArray(value) ? listed(value.map(word)) : word(value);
}
