import type { ResolvedFlow } from '../../shared/catalog/resolved';
import { possibleBases } from '../../shared/model/rates';
import { type Design, type Flow, flowsOf } from '../../shared/model/schema';
import { resolvedOf } from '../store/report';
import { ownGroupMark } from '../ui/group-mark';
import { editableNumber, readNumber } from '../ui/number-text';
import { countText } from '../words/figures';
import { t } from '../words/t';

type Rate = Flow['rate'];

/** A ratio as its two sides, the smaller one 1: 0.01 of Redirect is 100 of Redirect to 1. */
function sidesOf(ratio: number): readonly [base: number, own: number] {
  const rounded = (value: number): number => Number(value.toPrecision(6));
  return ratio > 0 && ratio < 1 ? [rounded(1 / ratio), 1] : [1, rounded(ratio)];
}

/** '100 : 1 of Redirect'; null where a rate is its own. */
export function ratioText(design: Design, flow: Pick<ResolvedFlow, 'rateOf'>): string | null {
  if (flow.rateOf === null) return null;
  const [base, own] = sidesOf(flow.rateOf.ratio);
  const name = resolvedOf(design).flows.get(flow.rateOf.flow)?.name ?? flow.rateOf.flow;
  return t('{base} : {own} of {flow}', { base: countText(base), own: countText(own), flow: name });
}

/** A rate as the text that is edited: its ratio, or its number. */
export const editableRate = (design: Design, flow: ResolvedFlow): string =>
  ratioText(design, flow) ?? editableNumber(flow.rateRps, 'rps', ownGroupMark());

type ReadRate = { readonly ok: true; readonly rate: Rate } | { readonly ok: false; readonly message: string };

/**
 * The rate that a text gives a flow: '116', '10M/day', or '100 : 1 of Redirect', which names another flow at its end; without a name it
 * is the first that can be meant. `null` for an empty text.
 */
export function readRate(design: Design, id: string, text: string): ReadRate | null {
  const [left = '', right, ...further] = text.split(':');
  if (right !== undefined && further.length === 0) return readRatio(design, id, left, right);
  const read = readNumber(text, { unit: 'rps' }, ownGroupMark());
  if (!read.ok) return read;
  return read.value === null ? null : { ok: true, rate: { rps: read.value } };
}

function readRatio(design: Design, id: string, left: string, right: string): ReadRate {
  const bases = possibleBases(design, id);
  const [, ownText = '', naming = ''] = /^\s*([\d.,]+)\s*(.*)$/.exec(right) ?? [];
  const base = baseNamed(design, bases, naming.trim());
  if (base === undefined)
    return { ok: false, message: t('Name a flow that is not a ratio of this one, as in 100 : 1 of Reads.') };
  const [of, own] = [left, ownText].map((side) => readNumber(side, { unit: 'count' }, ownGroupMark()));
  const ofCount = of?.ok === true ? of.value : null;
  const ownCount = own?.ok === true ? own.value : null;
  if (ofCount === null || ownCount === null || ofCount <= 0 || ownCount <= 0)
    return { ok: false, message: t('A ratio is two numbers above 0, as in 100 : 1.') };
  return { ok: true, rate: { flow: base.id, ratio: ownCount / ofCount } };
}

/** The flow whose name a text ends with, the longest one; of an empty text the first. */
function baseNamed(design: Design, bases: readonly Flow[], text: string): Flow | undefined {
  if (text === '') return bases[0];
  const wanted = text.toLocaleLowerCase();
  const nameOf = (flow: Flow): string =>
    (resolvedOf(design).flows.get(flow.id)?.name ?? flow.id).toLocaleLowerCase();
  return bases
    .filter((flow) => wanted.endsWith(nameOf(flow)))
    .toSorted((a, b) => nameOf(b).length - nameOf(a).length)[0];
}

/** A flow's rate as it is now as a ratio of another flow; null where that has no requests. */
export function rateAsRatioOf(design: Design, id: string, base: string): Rate | null {
  const { flows } = resolvedOf(design);
  const whole = flows.get(base)?.rateRps ?? 0;
  const own = flows.get(id)?.rateRps ?? 0;
  const isKnown = flowsOf(design).some((flow) => flow.id === base);
  return isKnown && whole > 0 ? { flow: base, ratio: Number((own / whole).toPrecision(6)) } : null;
}
