import type { ReactNode } from 'react';
import { useEditor } from '../../store/editors';
import { type InspectorTab, useView } from '../../store/view';
import { type Tab, Tabs } from '../../ui/Tabs';
import { t } from '../../words/t';
import styles from './Inspector.module.css';

interface InspectorTabsProps {
  readonly tabs: readonly Tab<InspectorTab>[];
  readonly children: (tab: InspectorTab) => ReactNode;
}

/** The tabs of a part; the open one stays when another part with that tab is selected. */
export function InspectorTabs({ tabs, children }: InspectorTabsProps) {
  const { setView } = useEditor();
  const wanted = useView((state) => state.inspectorTab);
  const selected = tabs.some((tab) => tab.id === wanted) ? wanted : 'properties';
  return (
    <>
      <div className={styles.tabs}>
        <Tabs
          label={t('Inspector')}
          idBase="inspector"
          tabs={tabs}
          selected={selected}
          onSelect={(inspectorTab) => setView({ inspectorTab })}
        />
      </div>
      <div
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`inspector-tab-${selected}`}
        className={styles.panel}
      >
        {children(selected)}
      </div>
    </>
  );
}

export function inspectorTab(id: InspectorTab, count?: number): Tab<InspectorTab> {
  switch (id) {
    case 'properties':
      return { id, title: t('Properties') };
    case 'targets':
      return { id, title: t('Targets') };
    case 'numbers':
      return { id, title: t('Numbers') };
    case 'findings':
      return { id, title: t('Findings'), count };
  }
}
