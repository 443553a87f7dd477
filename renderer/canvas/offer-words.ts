import { t } from '../words/t';
import type { Offer } from './add-offers';

/** A name that the component will bear is first, then what it is. */
export function offerTitle({ kind, name }: Offer): string {
  if (name === undefined) return t(kind.title);
  return kind.id === 'custom' ? t('Plain box “{name}”', { name }) : t('“{name}”', { name });
}

/** What it is, beside a name of its own; else the technology. */
export function offerNote({ kind, technology, name }: Offer): string {
  if (name === undefined || kind.id === 'custom') return technology ?? '';
  const title = t(kind.title);
  return technology === undefined ? title : t('{kind} · {technology}', { kind: title, technology });
}
