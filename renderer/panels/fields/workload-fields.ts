import type { Workload } from '../../../shared/model/schema';
import type { NumberShape } from '../../ui/number-text';

export type NumericField = Exclude<keyof Workload, 'audience'>;

export interface WorkloadField {
  readonly field: NumericField;
  readonly title: string;
  readonly shape: NumberShape;
  readonly hint?: string;
  /** Flows that are a share of the workload need it. */
  readonly needed?: true;
}

/** The numbers of the workload, in their order. */
export const workloadFields: readonly WorkloadField[] = [
  { field: 'dailyActiveUsers', title: 'Daily users', shape: { unit: 'count' }, needed: true },
  { field: 'requestsPerUserPerDay', title: 'Requests a user a day', shape: { unit: 'count' }, needed: true },
  {
    field: 'peakFactor',
    title: 'Peak factor',
    shape: { unit: 'factor', min: 1 },
    hint: 'Peak ÷ average; ×1 where it is left out',
  },
  {
    field: 'spikeFactor',
    title: 'Surge',
    shape: { unit: 'factor', min: 1 },
    hint: 'A surge that is expected, as a multiple of the rate at peak',
  },
  { field: 'spikeSeconds', title: 'Surge lasts', shape: { unit: 'seconds' } },
  {
    field: 'annualGrowth',
    title: 'Growth a year',
    shape: { unit: 'share' },
    hint: 'Of all rates; the growth calendar and the year in the bar follow from it',
  },
  {
    field: 'retentionYears',
    title: 'Years that data are kept',
    shape: { unit: 'count' },
    hint: 'What is stored is deleted after so many years; kept for good where it is left out',
  },
  {
    field: 'costMonths',
    title: 'Storage costed after',
    shape: { unit: 'count' },
    hint: 'Months after which stored data are costed; 12 where it is left out',
  },
];
