import { type ReactNode, useId, useState } from 'react';
import { t } from '../../i18n/t';
import { setView } from '../../store/view';
import { Dialog } from '../../ui/Dialog';
import { Tabs } from '../../ui/Tabs';
import { KindEntry } from './KindEntry';
import { matchingKinds, matchingRules, type Section } from './matching-entries';
import styles from './ReferenceDialog.module.css';
import { RuleEntry } from './RuleEntry';

type Part = 'kinds' | 'rules';

const countOf = (sections: readonly Section<unknown>[]): number =>
  sections.reduce((sum, { entries }) => sum + entries.length, 0);

/** Every kind of component and every design rule, as the registries have them. */
export function ReferenceDialog() {
  const [part, setPart] = useState<Part>('kinds');
  const [text, setText] = useState('');
  const idBase = useId();
  const kinds = matchingKinds(text);
  const rules = matchingRules(text);
  const isEmpty = (part === 'kinds' ? kinds : rules).length === 0;
  return (
    <Dialog title={t('Reference')} size="large" onClose={() => setView({ dialog: null })}>
      <input
        type="search"
        className={styles.search}
        aria-label={t('Search the reference')}
        placeholder={t('Search by name, technology or code')}
        autoComplete="off"
        spellCheck={false}
        data-autofocus=""
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Tabs
        label={t('Reference')}
        idBase={idBase}
        selected={part}
        onSelect={setPart}
        tabs={[
          { id: 'kinds', title: t('Components'), count: countOf(kinds) },
          { id: 'rules', title: t('Design rules'), count: countOf(rules) },
        ]}
      />
      <div role="tabpanel" id={`${idBase}-panel`} aria-labelledby={`${idBase}-tab-${part}`}>
        {isEmpty ? <p className={styles.muted}>{t('Nothing found.')}</p> : null}
        {part === 'kinds' ? (
          <Sections sections={kinds} entry={(kind) => <KindEntry key={kind.id} kind={kind} />} />
        ) : (
          <Sections sections={rules} entry={(rule) => <RuleEntry key={rule.id} rule={rule} />} />
        )}
      </div>
    </Dialog>
  );
}

interface SectionsProps<Entry> {
  readonly sections: readonly Section<Entry>[];
  readonly entry: (entry: Entry) => ReactNode;
}

function Sections<Entry>({ sections, entry }: SectionsProps<Entry>) {
  return sections.map(({ id, title, entries }) => (
    <section key={id} aria-label={t(title)}>
      <h3 className={styles.heading}>{t(title)}</h3>
      {entries.map(entry)}
    </section>
  ));
}
