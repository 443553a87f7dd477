import { useState } from 'react';
import { sections } from '../../../shared/practice/sections';
import { KindSearch } from '../../panels/palette/KindSearch';
import { Outline } from '../../panels/palette/Outline';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import side from '../../ui/SidePanel.module.css';
import { Tabs } from '../../ui/Tabs';
import { t } from '../../words/t';
import { Checklist } from './Checklist';
import { AttemptClock, ClockRail } from './Clock';
import { EstimateFields } from './EstimateFields';
import { FollowUps } from './FollowUps';
import { Hints } from './Hints';
import { Questions } from './Questions';
import { SectionChoice } from './SectionChoice';
import styles from './Sheet.module.css';
import { WrittenItems } from './WrittenItems';

type SheetTab = 'sheet' | 'palette';

/** The panel at the left while the design is drawn in an attempt: clock and sections, and the palette under a tab. */
export function AttemptSheet() {
  const open = useView((state) => state.palette);
  return open ? <OpenSheet /> : <SheetRail />;
}

function OpenSheet() {
  const [tab, setTab] = useState<SheetTab>('sheet');
  const { setView } = useEditor();
  const section = useAttempt((state) => state.attempt?.section ?? null);
  const tabs = [
    { id: 'sheet', title: t('Sections') },
    { id: 'palette', title: t('Palette') },
  ] as const;
  return (
    <section className={`${side.panel} ${styles.sheet}`} aria-label={t('Attempt')}>
      <AttemptClock />
      <div className={styles.choiceSpace}>
        <SectionChoice />
      </div>
      <div className={styles.tabs}>
        <Tabs label={t('Attempt')} tabs={tabs} selected={tab} onSelect={setTab} idBase="attempt" />
        <Button
          variant="quiet"
          icon="panel-left"
          aria-label={t('Close the sheet')}
          onClick={() => setView({ palette: false })}
        />
      </div>
      <div
        key={section}
        role="tabpanel"
        id="attempt-panel"
        aria-labelledby={`attempt-tab-${tab}`}
        className={tab === 'sheet' ? styles.panel : styles.palette}
      >
        {tab === 'sheet' ? <SectionSheet /> : <AttemptPalette />}
      </div>
    </section>
  );
}

/** Without templates: a finished design of the problem may be among them. */
function AttemptPalette() {
  return (
    <>
      <KindSearch>{null}</KindSearch>
      <Outline />
    </>
  );
}

/** The section that is open: what is asked and written in it. */
function SectionSheet() {
  const section = useAttempt((state) => state.attempt?.section ?? null);
  const prompt = useAttempt((state) => state.attempt?.problem.prompt.text ?? '');
  const open = sections.find(({ id }) => id === section);
  if (open === undefined) return null;
  return (
    <>
      <details className={styles.prompt} open={section === 'expectations'}>
        <summary>{t('The problem')}</summary>
        <p translate="no">{prompt}</p>
      </details>
      {section === 'expectations' ? <Questions /> : null}
      {section === 'estimates' ? <EstimateFields /> : null}
      {section === 'deep-dive' ? <FollowUps /> : null}
      <Checklist />
      <WrittenItems section={open.id} items={open.items} />
      <Hints />
    </>
  );
}

function SheetRail() {
  const { setView } = useEditor();
  return (
    <section className={`${side.rail} ${styles.rail}`} aria-label={t('Attempt')}>
      <Button
        variant="quiet"
        icon="panel-left"
        aria-label={t('Open the sheet')}
        onClick={() => setView({ palette: true })}
      />
      <ClockRail />
      <Button
        variant="quiet"
        icon="plus"
        aria-label={t('Add a component')}
        onClick={() => setView({ adding: {} })}
      />
    </section>
  );
}
