import type { ReactNode } from 'react';
import type { Default, Source } from '../../../shared/catalog/kind';
import type { Basis } from '../../../shared/catalog/resolved';
import type { QuantityUnit } from '../../../shared/math/parse-quantity';
import { shownNumber } from '../../ui/number-text';
import { t } from '../../words/t';
import { SourceWords } from '../SourceWords';

/** 'range 1–10 ms'; a unit that both ends share is written once. */
export function rangeWords([low, high]: readonly [number, number], unit: QuantityUnit): string {
  const from = shownNumber(low, unit);
  const to = shownNumber(high, unit);
  const start = from.unit === to.unit || from.unit === '' ? from.figure : `${from.figure} ${from.unit}`;
  const end = to.unit === '' ? to.figure : `${to.figure} ${to.unit}`;
  return t('range {start}–{end}', { start, end });
}

function sourceWords(source: Source): ReactNode {
  if (source.kind === 'assumption') return t('Assumption: {text}', { text: t(source.text) });
  return <SourceWords text={t(source.text)} url={source.url} />;
}

/** The source of a default and the range of real systems. */
export function defaultWords(given: Default<unknown> | undefined, unit: QuantityUnit | null): ReactNode {
  if (given === undefined) return null;
  return (
    <>
      {sourceWords(given.source)}
      {given.range === undefined || unit === null ? null : <>; {rangeWords(given.range, unit)}</>}
    </>
  );
}

/** Why an edge's field has its value where it is not set: a sentence for each rule of the format. */
function derivedWords(key: string): string {
  switch (key) {
    case 'mode-after-buffer':
      return t('Calls from a queue or a stream are asynchronous');
    case 'mode-observer':
      return t('Telemetry is sent asynchronously');
    case 'mode-sync':
      return t('Calls are synchronous by default');
    case 'flows-all':
      return t('Every flow that reaches it');
    case 'flows-observer':
      return t('No flow by default');
    case 'flows-read-replica':
      return t('A read replica serves reads only');
    case 'choice-distributor':
      return t('Load-balanced over its callees, by weight');
    case 'choice-competing-consumers':
      return t('Consumers of a queue share its messages');
    case 'choice-shards':
      return t('Shards share the calls');
    case 'choice-read-replicas':
      return t('Read replicas share the calls');
    case 'choice-always':
      return t('Always called');
    case 'no-cache':
      return t('All calls, not only misses');
    case 'no-fallback':
      return t('Called first, not after another call fails');
    case 'operation-of-visit':
      return t('Reads where its caller reads, writes where it writes');
    case 'bytes-of-flow':
      return t('As its flow says');
    case 'response-of-call':
      return t('The item size of what a service calls, else as its flow says');
    case 'stored-by-write':
      return t('What its flow stores, where the call writes');
    case 'places-of-slots':
      return t('As many as its concurrency: a request keeps its slot from start to end');
    case 'timeout-auto':
      return t('Automatic: twice the p99.9 of what is called');
    case 'tls-of-protocol':
      return t('Follows from the protocol');
    case 'step-order':
      return t('One after the other, in the order drawn');
    case 'step-after-cache':
      return t('Directly after its cache');
    case 'network-internet':
      return t('One end is outside the system');
    case 'network-cross-region':
      return t('Caller and callee are in different regions');
    case 'network-cross-zone':
      return t('Caller and callee are in different zones');
    case 'network-same-zone':
      return t('Caller and callee are assumed to be in one zone');
    default:
      return '';
  }
}

/** The basis of a resolved value; nothing where the document sets it. */
export function basisWords(basis: Basis | undefined, unit: QuantityUnit | null = null): ReactNode {
  if (basis === undefined || basis.kind === 'document') return null;
  if (basis.kind === 'derived') return derivedWords(basis.key) || null;
  return defaultWords({ value: null, ...basis }, unit);
}
