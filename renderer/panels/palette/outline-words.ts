import { servesAll } from '../../../shared/analysis/targets';
import { own } from '../../../shared/model/own';
import { type Design, marksOf } from '../../../shared/model/schema';
import { annotationKindOf } from '../../canvas/annotations/index';
import { componentsIn } from '../../canvas/groups/components-in';
import { groupKindTitles } from '../../canvas/groups/group-titles';
import { type ReportState, resolvedOf } from '../../store/report';
import { msText, rateText, shareText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { listed, t } from '../../words/t';
import type { OutlineItem } from './outline-items';

/** The name of an item in the tree. */
export function outlineName(design: Design, item: OutlineItem): string {
  if (item.kind === 'flows') return t('Flows');
  if (item.kind === 'marks') return t('Annotations');
  if (item.part === null) return '';
  const { edges } = resolvedOf(design);
  if (item.kind === 'edge') return partName(design, edges.get(item.part)?.to ?? item.part);
  if (item.kind === 'mark') {
    const mark = marksOf(design).find((other) => other.id === item.part);
    return (mark?.text ?? '').trim().split('\n')[0] || emptyName(mark?.kind ?? '');
  }
  return partName(design, item.part);
}

/** Name and figures of an item in one sentence, for screen readers. */
export function outlineLabel(design: Design, item: OutlineItem, report: ReportState): string {
  const { part } = item;
  const name = outlineName(design, item);
  if (part === null) return name;
  const resolved = resolvedOf(design);
  const findings = report.findingsOf.get(part)?.length ?? 0;
  const problems =
    findings === 0 ? '' : t('{count, plural, one {# problem} other {# problems}}', { count: findings });
  const words = ((): readonly string[] => {
    switch (item.kind) {
      case 'flow':
        return [name, t('flow'), ...flowFigures(report, part)];
      case 'node': {
        const node = resolved.nodes.get(part);
        return [
          name,
          node === undefined ? '' : t(node.kind.title),
          node?.technology ?? '',
          ...nodeFigures(report, part),
        ];
      }
      case 'edge':
        return [
          t('calls {name}', { name }),
          ...edgeFigures(report, part, resolved.edges.get(part)?.mode === 'async'),
        ];
      case 'group': {
        const kind = resolved.design.groups.find((group) => group.id === part)?.kind;
        const count = componentsIn(design, part).length;
        return [
          name,
          kind === undefined ? t('group') : t(groupKindTitles[kind]),
          t('{count, plural, =0 {empty} one {# component} other {# components}}', { count }),
          own(design.layout?.groups, part)?.collapsed === true ? t('collapsed') : '',
        ];
      }
      default:
        return [name, t('note')];
    }
  })();
  return listed([...words, problems].filter((word) => word !== ''));
}

const latency = (ms: number | null): string =>
  ms === null ? '' : t('p99 {latency}', { latency: msText(ms) });

function flowFigures(report: ReportState, id: string): readonly string[] {
  const figures = report.flows.get(id);
  if (figures === undefined) return [];
  const served = !servesAll(figures.servedShare)
    ? t('{share} served', { share: shareText(figures.servedShare) })
    : '';
  const missed = figures.targets.some((target) => !target.met && target.actual !== null)
    ? t('target missed')
    : '';
  return [rateText(figures.rateRps), served, latency(figures.p99Ms), missed];
}

function nodeFigures(report: ReportState, id: string): readonly string[] {
  const figures = report.nodes.get(id);
  if (figures?.offeredRps == null) return [];
  const use =
    figures.utilization === null
      ? ''
      : figures.saturated
        ? t('saturated')
        : t('{share} utilized', { share: shareText(figures.utilization) });
  return [rateText(figures.offeredRps), use, latency(figures.p99Ms)];
}

function edgeFigures(report: ReportState, id: string, isAsync: boolean): readonly string[] {
  const figures = report.edges.get(id);
  const rate = figures === undefined ? '' : rateText(figures.rps);
  const wait = isAsync ? t('asynchronous') : figures === undefined ? '' : msText(figures.rttMs);
  return [rate, wait];
}

/** What an annotation is called on which nothing is written. */
function emptyName(kind: string): string {
  if (kind === 'note') return t('empty note');
  const view = annotationKindOf(kind);
  return view === undefined ? t('Annotation “{kind}”', { kind }) : t(view.title);
}
