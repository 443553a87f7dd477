import type { ResolvedEdge } from '../../../shared/catalog/resolved';
import { type Edge, edgesOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf, useReport } from '../../store/report';
import { partName } from '../../words/part-names';
import { t } from '../../words/t';
import { msOf, rpsOf, shareOf } from '../Figure';
import { EditableFields } from '../fields/EditableFields';
import { TextField } from '../fields/TextField';
import { FindingList } from '../findings/FindingList';
import { KnownRow, NumberRow } from '../NumberRow';
import { EdgeCalls } from './EdgeCalls';
import { EdgeFailure, EdgeNetwork } from './EdgeNetwork';
import type { EdgeSectionProps, SetEdgeField } from './edge-section';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { InspectorTabs, inspectorTab } from './InspectorTabs';
import numbers from './Numbers.module.css';
import { SearchedFields } from './SearchedFields';

/** One call from a component to another. */
export function EdgeInspector({ edge }: { readonly edge: Edge }) {
  const { edit } = useEditor();
  const design = useDocument((state) => state.design);
  const findings = useReport((state) => state.findingsOf.get(edge.id)?.length ?? 0);
  if (design === null) return null;
  const resolved = resolvedOf(design).edges.get(edge.id);
  if (resolved === undefined) return null;
  const name = partName(design, edge.id);
  const set: SetEdgeField = (field, value, title) => {
    edit(
      t('Change {field} of {name}', { field: title, name }),
      [{ op: 'patch-edge', id: edge.id, patch: { [field]: value } }],
      { mergeKey: `${edge.id}.${field}` },
    );
  };
  const section = { edge, resolved, set };
  const alone = edgesOf(design).filter((other) => other.from === edge.from).length === 1;
  return (
    <>
      <InspectorHead icon="arrow-right" name={name}>
        <span>{callTitle(resolved)}</span>
      </InspectorHead>
      <InspectorTabs
        tabs={[inspectorTab('properties'), inspectorTab('numbers'), inspectorTab('findings', findings)]}
      >
        {(tab) => {
          if (tab === 'numbers') return <EdgeNumbers edge={edge} />;
          if (tab === 'findings') return <FindingList target={edge.id} />;
          return (
            <SearchedFields>
              <EditableFields>
                <EdgeCalls {...section} alone={alone} />
                <EdgeNetwork {...section} />
                <EdgeFailure {...section} />
                <EdgeLabel {...section} />
              </EditableFields>
            </SearchedFields>
          );
        }}
      </InspectorTabs>
    </>
  );
}

function callTitle({ fallbackOf, mode }: ResolvedEdge): string {
  if (fallbackOf !== null) return t('fallback of another call');
  return mode === 'async' ? t('asynchronous call') : t('synchronous call');
}

function EdgeLabel({ edge, set }: EdgeSectionProps) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{t('Label')}</h3>
      <TextField
        field="label"
        label={t('Label')}
        value={edge.label ?? ''}
        placeholder={t('none')}
        onCommit={(text) => set('label', text === '' ? null : text, t('Label text'))}
      />
    </section>
  );
}

function EdgeNumbers({ edge }: { readonly edge: Edge }) {
  const figures = useReport((state) => state.edges.get(edge.id));
  if (figures === undefined)
    return <p className={styles.empty}>{t('No figures: no analysed request uses it.')}</p>;
  const name = (metric: string) => ({ part: edge.id, metric });
  return (
    <dl className={numbers.numbers} data-figures="">
      <NumberRow title={t('Calls')} of={rpsOf(figures.rps)} name={name('rps')} />
      <NumberRow title={t('Round trip')} of={msOf(figures.rttMs)} name={name('rttMs')} />
      <NumberRow
        title={t('Bytes a second')}
        of={{ bytes: figures.bytesPerSecond }}
        name={name('bytesPerSecond')}
      />
      <KnownRow
        title={t('Longer than the timeout')}
        of={shareOf(figures.timeoutShare)}
        name={name('timeoutShare')}
      />
    </dl>
  );
}
