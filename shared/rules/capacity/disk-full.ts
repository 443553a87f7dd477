import { retentionOf } from '../../analysis/storage';
import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import { monthSeconds } from '../../math/calendar';
import { monthlyBytesOf } from '../facts/monthly-costs';
import { nodesOfBehaviour } from '../facts/nodes';
import { partsOf } from '../facts/parts';
import { serverCountOf } from '../facts/roles';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Where the workload does not say how long things are kept, they are kept, and the next year is looked at. */
const monthsWithoutRetention = 12;
/** Beyond a hundred years a month is no longer looked for. */
const mostMonths = 1200;

/** CAP-10. Counted from an empty store, so that the month is the latest in which it can happen. */
export const diskFull: Rule = {
  id: 'disk-full',
  code: 'CAP-10',
  title: 'Disk full',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} is to keep {stored} after {months, plural, one {# month} other {# months}}; its disks hold {disk} and are full in month {full}.',
  variants: {
    retained:
      '{node} keeps {stored} of the messages of {retention}; its disks hold {disk} and would be full before the first of them expires.',
  },
  why: 'A store whose disk is full takes no more writes, and one that is nearly full is slow to clean up.',
  fix: 'Let old data expire or move to cheaper storage, or add disk or shards before then.',
  fixes: { 'larger-disks': 'Give each server a disk of {size}: together they hold it.' },
  source: {
    text: 'Σ bytes of a write × writes a second, summed over the months with their growth',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const { annualGrowth = 0 } = context.design.workload;
    const hits = nodesOfBehaviour(context.design, 'buffer').flatMap((node) => retainedHits(context, node));
    for (const node of nodesOfBehaviour(context.design, 'store')) {
      const { diskBytes } = node.config.other;
      const months = monthsOf(context.design, node);
      if (diskBytes === undefined || months === 0) continue;
      const servers = serverCountOf(node);
      const perMonth = bytesAMonth(context, node);
      const stored = kept(perMonth, annualGrowth, months);
      if (stored <= diskBytes * servers) continue;
      const size = rounded(stored / servers);
      hits.push({
        target: node.id,
        values: {
          node: { part: node.id },
          stored: { bytes: stored },
          disk: { bytes: diskBytes * servers },
          months: { count: months },
          full: { count: monthOver(perMonth, annualGrowth, diskBytes * servers, months) },
        },
        quickFix: largerDisks(node, size),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Room for five years',
          // 10 × 1 000 bytes × 5 × 31 557 600 s × 2 copies = 3.16 TB of 2 × 2 TB.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { orders: { kind: 'write', rps: 10, storedBytes: 1000 } },
            config: { db: { replicasPerShard: 2, diskBytes: 2e12 } },
            system: { workload: { retentionYears: 5 } },
          }),
        },
        {
          title: 'Disk size not set',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { orders: { kind: 'write', rps: 100, storedBytes: 1_000_000 } },
            system: { workload: { retentionYears: 5 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'A week of messages on disks for five days',
          target: 'log',
          // 1 000 × 1 000 bytes × 604 800 s × 3 copies = 1.8 TB of 3 × 0.4 TB.
          design: sketch(
            { user: 'client', api: 'service', log: 'stream', counter: 'stream-processor' },
            'user -> api ~> log -> counter',
            {
              flows: { clicks: { kind: 'write', rps: 1000, requestBytes: 1000 } },
              config: { log: { replicas: 3, copies: 3, retentionSeconds: 604_800, diskBytes: 4e11 } },
            },
          ),
        },
        {
          title: 'Five years on disks for three',
          target: 'db',
          // 10 × 1 000 bytes × 5 × 31 557 600 s × 2 copies = 3.16 TB of 2 × 1 TB: full after 2 ÷ 3.16 of 60 months.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { orders: { kind: 'write', rps: 10, storedBytes: 1000 } },
            config: { db: { replicasPerShard: 2, diskBytes: 1e12 } },
            system: { workload: { retentionYears: 5 } },
          }),
        },
        {
          title: 'Growth fills them in the first year',
          target: 'db',
          // 100 × 1 000 bytes × 31 557 600 s × 2 copies = 6.3 TB of 7 TB; doubling in the year, 6.3 ÷ ln 2 = 9.1 TB.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { orders: { kind: 'write', rps: 100, storedBytes: 1000 } },
            config: { db: { replicasPerShard: 2, diskBytes: 3.5e12 } },
            system: { workload: { annualGrowth: 1 } },
          }),
        },
      ],
    };
  },
};

const largerDisks = ({ id }: ResolvedNode, size: number): QuickFix => ({
  id: 'larger-disks',
  title: 'Use disks of {size}',
  values: { size: { bytes: size } },
  changes: [{ op: 'patch-config', id, patch: { diskBytes: size } }],
});

/** A buffer keeps a message in all its copies until it expires, whether or not it has been read. */
function retainedHits(context: RuleContext, node: ResolvedNode): readonly Hit[] {
  const { copies = 1, diskBytes, retentionSeconds } = node.config.other;
  if (diskBytes === undefined || retentionSeconds === undefined) return [];
  const senders = partsOf(context.design).byId.get(node.id)?.callers ?? [];
  const sent = senders.reduce((sum, { edge }) => sum + monthlyBytesOf(context, edge).requests, 0);
  const stored = (sent / monthSeconds) * retentionSeconds * copies;
  const disk = diskBytes * serverCountOf(node);
  if (stored <= disk) return [];
  const values = {
    node: { part: node.id },
    stored: { bytes: stored },
    retention: { seconds: retentionSeconds },
    disk: { bytes: disk },
  };
  const quickFix = largerDisks(node, rounded(stored / serverCountOf(node)));
  return [{ target: node.id, variant: 'retained', values, quickFix }];
}

/** Months after which the first of what is written is deleted. */
function monthsOf(design: ResolvedDesign, node: ResolvedNode): number {
  const seconds = retentionOf(design, node) ?? monthsWithoutRetention * monthSeconds;
  return Math.min(mostMonths, Math.round(seconds / monthSeconds));
}

/** Bytes that calls add in a month at today's rate, in all copies, with indexes and overhead. */
function bytesAMonth(context: RuleContext, node: ResolvedNode): number {
  const callers = partsOf(context.design).byId.get(node.id)?.callers ?? [];
  const stored = callers.reduce((sum, { edge }) => sum + monthlyBytesOf(context, edge).stored, 0);
  return stored * node.config.replicasPerShard * (node.config.other.storageFactor ?? 1);
}

/** What has come together after so many months of steady growth: w · ((1 + g)^(m ÷ 12) − 1) ÷ (ln(1 + g) ÷ 12). */
function kept(perMonth: number, annualGrowth: number, months: number): number {
  const rate = Math.log1p(annualGrowth) / 12;
  return rate === 0 ? perMonth * months : (perMonth * Math.expm1(rate * months)) / rate;
}

function monthOver(perMonth: number, annualGrowth: number, disk: number, last: number): number {
  let month = 1;
  while (month < last && kept(perMonth, annualGrowth, month) <= disk) month += 1;
  return month;
}

/** Up to two significant digits. */
function rounded(bytes: number): number {
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(bytes)) - 1);
  return Math.ceil(bytes / digit) * digit;
}
