import { type ReactNode, useId, useState } from 'react';
import { useEditor } from '../../store/editors';
import { type ReferencePlace, useView } from '../../store/view';
import { Dialog } from '../../ui/Dialog';
import { SearchField } from '../../ui/SearchField';
import { Tabs } from '../../ui/Tabs';
import { t } from '../../words/t';
import { KindEntry } from './KindEntry';
import { matchingKinds, matchingRules, matchingTopics, type Section } from './matching-entries';
import styles from './ReferenceDialog.module.css';
import { RuleEntry } from './RuleEntry';
import { TopicEntry } from './TopicEntry';
import { useRules } from './use-rules';

const countOf = (sections: readonly Section<unknown>[]): number =>
  sections.reduce((sum, { entries }) => sum + entries.length, 0);

/** Why no rules are shown. */
const absenceTexts = {
  loading: 'Loading…',
  failed: 'The rules could not be loaded. Close this and try again.',
  loaded: 'Nothing found.',
} as const;

/** Every kind of component, every design rule and every term, as the registries have them. */
export function ReferenceDialog() {
  const { setView } = useEditor();
  const [wanted, setWanted] = useState(useView((state) => state.referencePlace));
  const [part, setPart] = useState<ReferencePlace['part']>(wanted?.part ?? 'kinds');
  const [text, setText] = useState('');
  const idBase = useId();
  const kinds = matchingKinds(text);
  const topics = matchingTopics(text);
  const show = (place: ReferencePlace): void => {
    setWanted(place);
    setPart(place.part);
    setText('');
  };
  const isWanted = (id: string): boolean => wanted?.part === part && wanted.id === id;
  const listing = useRules();
  const rules = matchingRules(listing.state === 'loaded' ? listing.rules : [], text);
  return (
    <Dialog
      title={t('Reference')}
      size="large"
      onClose={() => setView({ dialog: null, referencePlace: null })}
    >
      <SearchField
        label={t('Search the reference')}
        placeholder={t('Search by name, term, technology or code')}
        value={text}
        onChange={setText}
        className={styles.search}
        autoFocus={wanted === null}
      />
      <Tabs
        label={t('Reference')}
        idBase={idBase}
        selected={part}
        onSelect={setPart}
        tabs={[
          { id: 'kinds', title: t('Components'), count: countOf(kinds) },
          { id: 'rules', title: t('Design rules'), count: countOf(rules) },
          { id: 'topics', title: t('Terms and formulas'), count: countOf(topics) },
        ]}
      />
      <div role="tabpanel" id={`${idBase}-panel`} aria-labelledby={`${idBase}-tab-${part}`}>
        {part === 'kinds' ? (
          <Sections
            sections={kinds}
            whereNone={t('Nothing found.')}
            entry={(kind) => <KindEntry key={kind.id} kind={kind} isWanted={isWanted(kind.id)} />}
          />
        ) : part === 'rules' ? (
          <Sections
            sections={rules}
            whereNone={t(absenceTexts[listing.state])}
            entry={(rule) => <RuleEntry key={rule.id} rule={rule} isWanted={isWanted(rule.id)} />}
          />
        ) : (
          <Sections
            sections={topics}
            whereNone={t('Nothing found.')}
            entry={(topic) => (
              <TopicEntry key={topic.id} topic={topic} isWanted={isWanted(topic.id)} onShow={show} />
            )}
          />
        )}
      </div>
    </Dialog>
  );
}

interface SectionsProps<Entry> {
  readonly sections: readonly Section<Entry>[];
  /** What is in place of no sections. */
  readonly whereNone: string;
  readonly entry: (entry: Entry) => ReactNode;
}

function Sections<Entry>({ sections, whereNone, entry }: SectionsProps<Entry>) {
  if (sections.length === 0) return <p className={styles.muted}>{whereNone}</p>;
  return sections.map(({ id, title, entries }) => (
    <section key={id} aria-label={t(title)}>
      <h3 className={styles.heading}>{t(title)}</h3>
      {entries.map(entry)}
    </section>
  ));
}
