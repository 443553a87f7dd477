import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { t } from '../../words/t';
import { AddFlow } from '../AddFlow';
import { EditableFields } from '../fields/EditableFields';
import { PriceFields } from '../fields/PriceFields';
import { WorkloadFields } from '../fields/WorkloadFields';
import { FindingList } from '../findings/FindingList';
import { AnnotationLayers } from './AnnotationLayers';
import { DesignNumbers } from './DesignNumbers';
import { DesignTargetsTab } from './DesignTargetsTab';
import { FlowRows } from './FlowRows';
import styles from './Inspector.module.css';
import { InspectorHead } from './InspectorHead';
import { InspectorTabs, inspectorTab } from './InspectorTabs';
import { SearchedFields } from './SearchedFields';

/** The design itself: its workload, its flows, and the default targets. */
export function DesignInspector() {
  const { edit } = useEditor();
  const design = useDocument((state) => state.design);
  const findings = useReport((state) => state.findingsOf.get('*')?.length ?? 0);
  if (design === null) return null;
  const rename = (name: string): void => {
    const trimmed = name.trim();
    if (trimmed !== '') edit(t('Rename design'), [{ op: 'rename-design', name: trimmed }]);
  };
  const flows = design.system.flows ?? [];
  return (
    <>
      <InspectorHead icon="workflow" name={design.name} onRename={rename}>
        <span>{t('The whole design')}</span>
      </InspectorHead>
      <InspectorTabs
        tabs={[
          inspectorTab('properties'),
          inspectorTab('targets'),
          inspectorTab('numbers'),
          inspectorTab('findings', findings),
        ]}
      >
        {(tab) => {
          if (tab === 'targets')
            return (
              <EditableFields>
                <DesignTargetsTab design={design} />
              </EditableFields>
            );
          if (tab === 'numbers') return <DesignNumbers />;
          if (tab === 'findings') return <FindingList target="*" />;
          return (
            <SearchedFields>
              <section className={styles.section}>
                <h3 className={styles.sectionTitle}>{t('Flows')}</h3>
                {flows.length === 0 ? (
                  <p className={styles.empty}>{t('No flows yet: the first client adds one.')}</p>
                ) : (
                  <FlowRows flows={flows} />
                )}
                <AddFlow />
              </section>
              <AnnotationLayers />
              <EditableFields>
                <WorkloadFields design={design} />
                <PriceFields design={design} />
              </EditableFields>
            </SearchedFields>
          );
        }}
      </InspectorTabs>
    </>
  );
}
