import { useReport } from '../../store/report';
import { type DrawerTab, setView, useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { type Tab, Tabs } from '../../ui/Tabs';
import { t } from '../../words/t';
import { isPressing } from '../findings/finding-words';
import { Problems } from '../findings/Problems';
import styles from './Drawer.module.css';
import { DrawerSplitter } from './DrawerSplitter';
import { FlowChooser } from './FlowChooser';
import { FlowTable } from './FlowTable';
import { LayersTab } from './LayersTab';

/** The opened drawer: Problems, Layers and Flows. */
export function OpenDrawer({ tab }: { readonly tab: DrawerTab }) {
  const problems = useReport((state) => state.findings.filter(isPressing).length);
  const stale = useReport((state) => state.stale);
  const heightRem = useView((state) => state.drawerHeightRem);
  const tabs: readonly Tab<DrawerTab>[] = [
    { id: 'problems', title: t('Problems'), count: problems },
    { id: 'layers', title: t('Layers') },
    { id: 'flows', title: t('Flows') },
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
        {tab === 'layers' ? <FlowChooser /> : null}
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
        {tab === 'problems' ? <Problems /> : tab === 'layers' ? <LayersTab /> : <FlowTable />}
      </div>
    </section>
  );
}
