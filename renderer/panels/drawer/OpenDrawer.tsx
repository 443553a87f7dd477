import { useEditor } from '../../store/editors';
import { useReport } from '../../store/report';
import { type DrawerTab, useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { type Tab, Tabs } from '../../ui/Tabs';
import { t } from '../../words/t';
import { isPressing } from '../findings/finding-words';
import { Problems } from '../findings/Problems';
import { WhatIfTab } from '../what-if/deferred-what-if';
import { CostTab } from './CostTab';
import styles from './Drawer.module.css';
import { DrawerSplitter } from './DrawerSplitter';
import { FlowChooser } from './FlowChooser';
import { FlowsTab } from './FlowsTab';
import { LayersTab } from './LayersTab';
import { LoadTab } from './load/deferred-load';
import { TargetsTab } from './TargetsTab';

/** The opened drawer: Problems, Targets, Layers, Flows, Load, Cost and What if. */
export function OpenDrawer({ tab }: { readonly tab: DrawerTab }) {
  const { setView } = useEditor();
  const problems = useReport((state) => state.findings.filter(isPressing).length);
  const stale = useReport((state) => state.stale);
  const heightRem = useView((state) => state.drawerHeightRem);
  const tabs: readonly Tab<DrawerTab>[] = [
    { id: 'problems', title: t('Problems'), count: problems },
    { id: 'targets', title: t('Targets') },
    { id: 'layers', title: t('Layers') },
    { id: 'flows', title: t('Flows') },
    { id: 'load', title: t('Load') },
    { id: 'cost', title: t('Cost') },
    { id: 'what-if', title: t('What if') },
  ];
  return (
    <section
      className={styles.drawer}
      style={{ height: `${heightRem}rem` }}
      aria-label={t('Details')}
      data-drawer="open"
    >
      <DrawerSplitter />
      <div className={styles.head}>
        <Tabs
          label={t('Details')}
          idBase="drawer"
          tabs={tabs}
          selected={tab}
          onSelect={(drawer) => setView({ drawer })}
        />
        {tab === 'layers' || tab === 'flows' || tab === 'load' ? <FlowChooser /> : null}
        <Button
          variant="quiet"
          icon="chevron-down"
          aria-label={t('Close the details')}
          onClick={() => setView({ drawer: null })}
        />
      </div>
      <div
        role="tabpanel"
        id="drawer-panel"
        aria-labelledby={`drawer-tab-${tab}`}
        className={styles.panel}
        data-stale={stale ? '' : undefined}
      >
        <DrawerPanel tab={tab} />
      </div>
    </section>
  );
}

function DrawerPanel({ tab }: { readonly tab: DrawerTab }) {
  switch (tab) {
    case 'problems':
      return <Problems />;
    case 'targets':
      return <TargetsTab />;
    case 'layers':
      return <LayersTab />;
    case 'flows':
      return <FlowsTab />;
    case 'load':
      return <LoadTab />;
    case 'cost':
      return <CostTab />;
    case 'what-if':
      return <WhatIfTab />;
  }
}
