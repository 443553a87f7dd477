import { kindOf } from '../../../shared/catalog/index';
import { metricText, metricTitle } from '../../../shared/formats/report/metric-words';
import type { FieldChange } from '../../../shared/model/diff';
import { wordOf } from '../../../shared/model/fields/field';
import { configFields, type FieldName } from '../../../shared/model/fields/index';
import { own } from '../../../shared/model/own';
import { shortNumber } from '../../ui/number-text';
import { language } from '../../words/language';
import { t } from '../../words/t';

const fieldNamed = (name: string | undefined) =>
  name === undefined ? undefined : own(configFields, name as FieldName);

/** What a field is called: as its control in the inspector, or by its path in the document. */
export function fieldTitle(path: readonly string[]): string {
  const [part, name, ...rest] = path;
  const field = part === 'config' && rest.length === 0 ? fieldNamed(name) : undefined;
  if (field !== undefined) return t(field.title);
  if (part === 'targets' && name !== undefined && rest.length === 0)
    return t('target of {metric}', { metric: t(metricTitle(name)) });
  switch (path.join('.')) {
    case 'name':
      return t('name');
    case 'kind':
      return t('kind');
    case 'technology':
      return t('technology');
    case 'note':
      return t('note');
    case 'rate.rps':
      return t('rate');
    default:
      return callFieldTitle(path.join('.'));
  }
}

/** What a field of a call is called. */
function callFieldTitle(path: string): string {
  switch (path) {
    case 'mode':
      return t('Mode');
    case 'operation':
      return t('Operation');
    case 'protocol':
      return t('Protocol');
    case 'calls':
      return t('Calls per request');
    case 'timeoutMs':
      return t('Timeout');
    case 'retries':
      return t('Retries');
    case 'network':
      return t('Distance');
    case 'onMissOf':
      return t('Only cache misses of');
    case 'fallbackOf':
      return t('Fallback of');
    default:
      return path;
  }
}

/** Fields whose value is the id of a component. */
const partFields: ReadonlySet<string> = new Set(['onMissOf', 'fallbackOf', 'entry']);

/** The value of a field on one side; what is not set has its default. */
export function fieldValue(path: readonly string[], value: unknown, nameOf: NameOf): string {
  const [only] = path.length === 1 ? path : [];
  if (only === 'technology' && value === undefined) return t('any technology');
  if (value === undefined) return t('default');
  if (only === 'kind') {
    const kind = kindOf(String(value));
    return kind === undefined ? String(value) : t(kind.title);
  }
  if (only !== undefined && partFields.has(only)) return nameOf(String(value));
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  const [part, name] = path;
  if (part === 'config') {
    const shape = fieldNamed(name)?.shape;
    if (shape?.type === 'number' && typeof value === 'number') return shortNumber(value, shape.unit);
    if (shape?.type === 'choice') return t(wordOf(shape, String(value)));
  }
  if (part === 'targets' && name !== undefined && typeof value === 'number')
    return metricText(name, value, language());
  if (path.join('.') === 'rate.rps' && typeof value === 'number') return shortNumber(value, 'rps');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a part of either design is called. */
type NameOf = (id: string) => string;

/** 'Replicas 2 → 4'; each value with the names of its own design. */
export const fieldWords = (
  { path, before, after }: FieldChange,
  nameBefore: NameOf,
  nameAfter: NameOf,
): string =>
  t('{field} {before} → {after}', {
    field: fieldTitle(path),
    before: fieldValue(path, before, nameBefore),
    after: fieldValue(path, after, nameAfter),
  });
